/** Days as they are written in Kazakhstan, 31.12.2027, as the program writes them: 2027-12-31. */
export const withIsoDays = (text: string): string =>
  text.replace(
    /(?<![\d.])(\d{1,2})\.(\d{1,2})\.(\d{4})(?![\d.])/g,
    (_, day: string, month: string, year: string) =>
      `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
  );
