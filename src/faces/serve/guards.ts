import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { Problem } from "../../core/problems/problem.ts";
import type { Limits } from "./limits.ts";
import { securityHeaders } from "./security-headers.ts";

export interface GuardOptions {
  readonly limits: Limits;
  /** Names this server answers for; absent: any. */
  readonly hosts?: readonly string[] | undefined;
  readonly refuse: (problem: Problem) => Response;
}

/** What stands before every answer, in this order. */
export function guards(options: GuardOptions): readonly MiddlewareHandler[] {
  return [notTooMany(options), onlyHosts(options), ...notTooMuch(options)];
}

export const withSecurityHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  const { headers } = c.res;
  for (const [name, value] of Object.entries(securityHeaders)) headers.set(name, value);
  const isForAll = headers.has("Access-Control-Allow-Origin");
  headers.set("Cross-Origin-Resource-Policy", isForAll ? "cross-origin" : "same-origin");
};

function notTooMany({ limits, refuse }: GuardOptions): MiddlewareHandler {
  let underWay = 0;
  return async (_, next) => {
    if (underWay >= limits.requests) return refuse({ code: "too-busy" });
    underWay++;
    try {
      return await next();
    } finally {
      underWay--;
    }
  };
}

/** A page whose name was made to lead to this machine asks under that name, and gets nothing. */
function onlyHosts({ hosts, refuse }: GuardOptions): MiddlewareHandler {
  const known = hosts === undefined ? undefined : new Set(hosts.map((host) => host.toLowerCase()));
  return async (c, next) => {
    const { hostname } = new URL(c.req.url);
    if (known?.has(hostname) === false) return refuse({ code: "host-not-served", host: hostname });
    return next();
  };
}

function notTooMuch({ limits, refuse }: GuardOptions): readonly MiddlewareHandler[] {
  const { addressBytes, bodyBytes } = limits;
  return [
    async (c, next) => {
      if (c.req.url.length > addressBytes) {
        return refuse({ code: "address-too-long", limitBytes: addressBytes });
      }
      return next();
    },
    bodyLimit({
      maxSize: bodyBytes,
      onError: () => refuse({ code: "body-too-large", limitBytes: bodyBytes }),
    }),
  ];
}
