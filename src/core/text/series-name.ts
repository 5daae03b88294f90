/** What an event is called in every year: "Black Friday 2025" and "black friday ’24" are one series. */
export function seriesName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/(?<!\d)(?:19|20)\d\d(?!\d)年?|[’'‘]\d\d(?!\d)/g, ' ')
    .replaceAll(/[\s\p{Pd}_/,:()]+/gu, ' ')
    .trim();
}
