// Colours as mail programs turn them that know no dark page: light surfaces become dark and dark writing light, hues stay.

const COLOR = /^rgba?\((\d+), (\d+), (\d+)(?:, ([\d.]+))?\)$/;

function toHsl(r, g, b) {
  const max = Math.max(r, g, b) / 255;
  const min = Math.min(r, g, b) / 255;
  const lightness = (max + min) / 2;
  const spread = max - min;
  if (spread === 0) {
    return [0, 0, lightness];
  }
  const saturation = spread / (1 - Math.abs(2 * lightness - 1));
  const [x, y, z] = [r / 255, g / 255, b / 255];
  const sixth = max === x ? ((y - z) / spread) % 6 : max === y ? (z - x) / spread + 2 : (x - y) / spread + 4;
  return [sixth * 60, saturation, lightness];
}

/** The colour with its lightness mirrored; what was white becomes the grey of dark windows, not black. */
export function inverted(color) {
  const parts = COLOR.exec(color);
  if (!parts || parts[4] === "0") {
    return undefined;
  }
  const [hue, saturation, lightness] = toHsl(Number(parts[1]), Number(parts[2]), Number(parts[3]));
  const turned = 0.08 + (1 - lightness) * 0.92;
  return `hsl(${hue} ${Math.round(saturation * 100)}% ${Math.round(turned * 100)}% / ${parts[4] ?? 1})`;
}
