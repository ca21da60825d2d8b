/** Folders that hold the work of others, a tool's store, or what a tool fetched: never read. */
export const leftOutFolders: ReadonlySet<string> = new Set(
  `.git .hg .svn .jj node_modules bower_components jspm_packages vendor third_party thirdparty
  site-packages .venv venv .tox .nox __pycache__ .mypy_cache .pytest_cache .ruff_cache .gradle
  .terraform .yarn .pnpm-store Pods Carthage Godeps DerivedData`.split(/\s+/),
);

/** Written by a tool from something that is read as well: lock files, minified code, source maps. */
export const generatedFile =
  /^(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lockb?|deno\.lock|poetry\.lock|uv\.lock|pdm\.lock|Pipfile\.lock|Cargo\.lock|Gemfile\.lock|composer\.lock|go\.sum|gradle\.lockfile|packages\.lock\.json|Package\.resolved|flake\.lock)$|\.min\.(?:js|css)$|\.(?:js|css)\.map$/;

/** Binary by its name, so that it need not be opened; others show it by a zero byte. */
export const binaryFile =
  /\.(?:png|jpe?g|gif|webp|avif|ico|bmp|tiff?|heic|psd|pdf|zip|gz|tgz|bz2|xz|zst|7z|rar|jar|war|whl|egg|exe|dll|so|dylib|a|o|obj|class|pyc|wasm|node|ttf|otf|woff2?|eot|mp[34]|m4a|mov|avi|mkv|webm|wav|ogg|flac|parquet|arrow|feather|npy|npz|pkl|h5|onnx|pt|pth|safetensors|gguf|sqlite3?|db)$/i;

/** A larger file is data, not code; it is left out and named. */
export const fileLimitBytes = 16 * 1024 * 1024;
