/** The garments of the price book that a first visit can choose from. */
export const garments = [
  { value: "t-shirt", label: "T-shirts" },
  { value: "polo", label: "Polo shirts" },
  { value: "hoodie", label: "Hoodies" },
  { value: "sweatshirt", label: "Sweatshirts" },
  { value: "sweater", label: "Sweaters" },
  { value: "cardigan", label: "Cardigans" },
  { value: "jacket", label: "Jackets" },
  { value: "pants", label: "Trousers" },
  { value: "joggers", label: "Joggers" },
  { value: "leggings", label: "Leggings" },
  { value: "dress", label: "Dresses" },
  { value: "uniform-shirt", label: "Uniform shirts" },
  { value: "jersey", label: "Team jerseys" },
] as const;
