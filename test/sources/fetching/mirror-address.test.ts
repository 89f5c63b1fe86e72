import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { askedAddress, realAddress } from "../../../sources/fetching/mirror-address.ts";

const page = new URL("https://www.bls.gov/ooh/healthcare/registered-nurses.htm?a=1");
const isKnownHost = (host: string) => host === "www.bls.gov";

describe("the address that is asked", () => {
  test("without a mirror is the publisher's own", () => {
    expect(askedAddress(page, undefined)).toBe(page);
  });

  test.each([
    ["http://127.0.0.1:8080", "http://127.0.0.1:8080/"],
    ["http://127.0.0.1:8080/", "http://127.0.0.1:8080/"],
    ["http://mirror.example/a/b", "http://mirror.example/a/b/"],
    ["http://mirror.example/a/b/", "http://mirror.example/a/b/"],
    ["http://mirror.example/a?x=1#y", "http://mirror.example/a/"],
  ])("through %s begins with %s", (mirror, root) => {
    expect(askedAddress(page, new URL(mirror)).href).toBe(
      `${root}www.bls.gov/ooh/healthcare/registered-nurses.htm?a=1`,
    );
  });

  test("keeps path and query as they are, and leads back to the real address", () => {
    const prefix = fc.constantFrom("", "/", "/copy", "/copy/", "/a/b");
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true }), prefix, (address, path) => {
        const real = new URL(address.replace(/^http:/, "https:"));
        if (real.search === "") real.search = ""; // `?` without a query
        const mirror = new URL(`http://127.0.0.1:8080${path}`);
        const asked = askedAddress(real, mirror);
        expect(asked.href.endsWith(`/${real.host}${real.pathname}${real.search}`)).toBe(true);
        expect(realAddress(asked.href, real, mirror, () => true)?.href).toBe(real.href);
      }),
    );
  });
});

describe("the real address of a redirect", () => {
  const mirror = new URL("http://127.0.0.1:8080/copy/");

  test.each([
    ["https://www.bls.gov/oes/tables.htm", "https://www.bls.gov/oes/tables.htm"],
    ["/oes/tables.htm", "https://www.bls.gov/oes/tables.htm"],
    ["physicians.htm", "https://www.bls.gov/ooh/healthcare/physicians.htm"],
    ["?b=2", "https://www.bls.gov/ooh/healthcare/registered-nurses.htm?b=2"],
    ["//data.bls.gov/x", "https://data.bls.gov/x"],
    ["http://127.0.0.1:8080/copy/www.bls.gov/x?y=z", "https://www.bls.gov/x?y=z"],
    ["/copy/www.bls.gov/x", "https://www.bls.gov/x"],
    ["/copy/unknown.example/x", "https://www.bls.gov/copy/unknown.example/x"],
  ])("%s, through a mirror, is %s", (location, real) => {
    expect(realAddress(location, page, mirror, isKnownHost)?.href).toBe(real);
  });

  test("is undefined where the Location is no address", () => {
    expect(realAddress("https://:bad:", page, mirror, isKnownHost)).toBeUndefined();
    expect(realAddress("https://:bad:", page, undefined, isKnownHost)).toBeUndefined();
  });
});
