import jsQR from 'jsqr';

const SIZE_PX = 600;

/** What a camera reads of a QR code that is on the page as an SVG. */
export async function scan(picture: Element): Promise<string | undefined> {
  const svg = new XMLSerializer().serializeToString(picture);
  const image = new Image(SIZE_PX, SIZE_PX);
  const sized = svg.replace('<svg', `<svg width="${String(SIZE_PX)}" height="${String(SIZE_PX)}"`);
  image.src = `data:image/svg+xml,${encodeURIComponent(sized)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = SIZE_PX;
  const drawing = canvas.getContext('2d');
  if (!drawing) throw new Error('no canvas');
  drawing.fillStyle = '#fff';
  drawing.fillRect(0, 0, SIZE_PX, SIZE_PX);
  drawing.drawImage(image, 0, 0, SIZE_PX, SIZE_PX);
  return jsQR(drawing.getImageData(0, 0, SIZE_PX, SIZE_PX).data, SIZE_PX, SIZE_PX)?.data;
}
