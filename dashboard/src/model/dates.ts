// Dates of the records, "YYYY", "YYYY-MM" or "YYYY-MM-DD", as days since
// 1970-01-01.

const DAY_MS = 86_400_000;

// The first day, or with `last` the last one, that a date can mean; undefined
// for what is no date.
export function dayOf(date: string, last = false): number | undefined {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(date);
  if (!match) return undefined;
  const [year, month, day] =
      [match[1], match[2], match[3]].map(x => x ? Number(x) : undefined);
  if (!last) return utc(year!, (month ?? 1) - 1, day ?? 1);
  if (month === undefined) return utc(year!, 11, 31);
  return day === undefined ? utc(year!, month, 0) : utc(year!, month - 1, day);
}

// The day that stands for a date in pictures: the middle of its time.
export function middleOf(date: string): number | undefined {
  const first = dayOf(date);
  return first === undefined ? undefined :
                               Math.floor((first + dayOf(date, true)!) / 2);
}

function utc(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month, day);
  return date.getTime() / DAY_MS;
}

// "2024-01-17"
export function isoDay(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

const MONTHS = ["January", "February", "March", "April", "May", "June", "July",
                "August", "September", "October", "November", "December"];

// "17 January 2024", "January 2024", "2024"; "no date" for the empty one.
export function longDate(date: string): string {
  if (dayOf(date) === undefined) return date === "" ? "no date" : date;
  const [year, month, day] = date.split("-");
  return [day && String(Number(day)), month && MONTHS[Number(month) - 1], year]
      .filter(Boolean).join(" ");
}
