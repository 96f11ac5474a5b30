/**
 * A country a line: parts, forms of the postal code, one that exists, and the words that are not the usual ones.
 * @see Universal Postal Union, "Addressing systems", by country
 */
export const ADDRESS_ROWS = `
BR|PSNcDIR|99999-999|01310-100|cep
US|LcIRP|99999/99999-9999|94103|zip
GB|LcIP|A9 9AA/A99 9AA/AA9 9AA/AA99 9AA/A9A 9AA/AA9A 9AA|SW1A 1AA|town postcode
IE|LcIrp|A9X XXXX|D02 AF30|town county eircode
DE|LcPI|99999|10115
FR|LcPI|99999|75001
ES|LcPIr|99999|28013|province
PT|LcPI|9999-999|1100-148
IT|LcPIR|99999|00184|province
NL|LcPI|9999 AA|1012 JS
PL|LcPI|99-999|00-950
CA|LcIRP|A9A 9A9|K1A 0B1|province
AU|LcIRP|9999|3000|town postcode
NZ|LcdIP|9999|6011|suburb town postcode
MX|LcDPIR|99999|06000|colonia
CO|LcIRp|999999|110111|department
CL|LcIrp|9999999|8320000|commune region
AR|LcIRP|9999/A9999AAA|1425|province
PE|LcDIrp|99999|15001|municipalDistrict department
UY|LcIrp|99999|11000|department
PY|LcIrp|999999/9999|001001|department
BO|LcIr|||department
ZA|LcdIrP|9999|8001|suburb province
ZW|LcI|||town
ZM|LcIrp|99999|10101|town province
BW|LcI|||town
MZ|LcIrp|9999|1100|province
KE|LcIrp|99999|00100|town county
TZ|LcIrp|99999|11101|town region
UG|LcIr|||town region
RW|LcIr|||town province
GH|LcIrp|AX-999-9999/AX-9999-9999|GA-184-1234|town region
NG|LcIRp|999999|100001
CI|LcI
SN|LcIrp|99999|12500|region
CM|LcIr|||region
IN|LcIRP|999999|110001|pin
JP|PRILc|999-9999|100-0001|prefecture
CN|RILcP|999999|100000|province
HK|LcI|||town
SG|LcP|999999|018956
AE|LciR|||emirate
SE|LcPI|999 99|111 22
DK|LcPI|9999|1050
NO|LcPI|9999|0150
FI|LcPI|99999|00100
CH|LcPI|9999|8001
AT|LcPI|9999|1010
BE|LcPI|9999|1000
CZ|LcPI|999 99|110 00
RO|LcIRP|999999|010011|county
HU|PILc|9999|1051
GR|LcPI|999 99|105 57
TR|LcPIR|99999|34110|province
IL|LcIp|9999999|9414108
`;
