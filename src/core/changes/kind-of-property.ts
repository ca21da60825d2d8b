import type { Property } from "../catalog/property.ts";
import type { ChangeKind } from "./change.ts";

const byName: Partial<Record<Property, ChangeKind>> = {
  "model.status": "lifecycle",
  "model.deprecated_on": "lifecycle",
  "model.retires_on": "lifecycle",
  "model.successor": "lifecycle",
  "route.status": "lifecycle",
  "route.retires_on": "lifecycle",
  "model.license": "terms",
  "model.openness": "terms",
  "model.commercial_use": "terms",
  "route.region": "terms",
  "route.quantisation": "terms",
  "route.data_retention": "terms",
  "route.trains_on_data": "terms",
};

const byPrefix: Readonly<Record<string, ChangeKind>> = {
  price: "price",
  limit: "limit",
  cap: "capability",
  modality: "capability",
  model: "model",
};

export function kindOfProperty(property: Property): ChangeKind {
  return byName[property] ?? byPrefix[property.slice(0, property.indexOf("."))] ?? "route";
}
