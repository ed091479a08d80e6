/**
 * The description of a SKU without the place that it holds for, which the SKU names by itself too: `N2 Instance Core running in
 * Netherlands` is `N2 Instance Core`, `Commitment v1: N2 Cpu in Netherlands for 1 Year` is `Commitment v1: N2 Cpu`. Places begin
 * with a capital letter, or are region codes; `Data in transit` stays whole.
 */
export function nameOf(description: string): string {
  const text = description.trim().replace(/ for [13] [Yy]ears?$/, '');
  const cut = text.lastIndexOf(' in ');
  const isPlace = cut > 0 && /^(?:the )?(?:[A-Z(]|[a-z]+-[a-z]+\d)/.test(text.slice(cut + 4));
  return isPlace ? text.slice(0, cut).replace(/ running$/, '') : text;
}
