import { choices } from "./choices.ts";

export type Country = "US" | "UK";

/** The country that an address asks for; the United States where it says nothing. */
export function countryFrom(query: URLSearchParams): Country {
  return query.get("country") === "UK" ? "UK" : "US";
}

export function countryChoice(country: Country): HTMLFieldSetElement {
  const options = [
    { value: "US", words: "United States" },
    { value: "UK", words: "United Kingdom" },
  ];
  return choices("Country", "country", options, country);
}
