/** Documents by country, the commonest first. */
const TYPES: Readonly<Record<string, string>> = {
  AR: 'DNI CUIL CUIT PASSPORT',
  CL: 'RUT PASSPORT',
  CO: 'CED_CIU CED_EXT NIT PASSPORT',
  MX: 'CURP RFC PASSPORT',
  PE: 'DNI CE RUC PASSPORT',
};

/** Types of document that people of a country have; none where it is not known. */
export const documentTypesOf = (country = ''): readonly string[] =>
  Object.hasOwn(TYPES, country) ? (TYPES[country]?.split(' ') ?? []) : [];
