/** CRC-16/CCITT-FALSE of the text's UTF-8 bytes: polynomial 0x1021, start 0xFFFF; `'123456789'` gives 0x29B1. */
export function crc16(text: string): number {
  let crc = 0xffff;
  for (const byte of new TextEncoder().encode(text)) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit++) crc = crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1;
  }
  return crc & 0xffff;
}
