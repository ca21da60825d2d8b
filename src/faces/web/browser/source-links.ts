/** Where a mark is opened, the names in it lead straight to their sources, not to the list of them. */
export function openSources(): void {
  document.addEventListener(
    "toggle",
    ({ target }) => {
      if (!(target instanceof HTMLElement) || !target.matches("#marks > [popover]")) return;
      for (const link of target.querySelectorAll<HTMLAnchorElement>('a[href^="#s"]')) {
        const listed = document.querySelector<HTMLAnchorElement>(`${link.hash} a`);
        if (listed !== null) link.href = listed.href;
      }
    },
    true,
  );
}
