const DAY = 86_400_000;
/** Longer plans than this many working days are none that people keep. */
const FAR = 20_000;
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;

/** Days are numbers, so that they can be counted: YYYY-MM-DD as days since 1970. */
export function dayOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY;
}

export function dateOf(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

export function weekdayOf(day: number): string {
  return WEEKDAYS[(((day + 4) % 7) + 7) % 7] ?? 'monday';
}

/** Monday to Friday, without the plan's holidays. */
export interface Workdays {
  /** Working days from one day to another, both counted; none when they are in the wrong order. */
  between(first: number, last: number): number;
  /** The last of so many working days from a day on; undefined when that is too far away to be meant. */
  after(first: number, count: number): number | undefined;
}

export function workdaysWithout(holidays: readonly number[]): Workdays {
  const free = [...new Set(holidays.filter(isWeekday))].sort((a, b) => a - b);
  const between = (first: number, last: number): number =>
    last < first
      ? 0
      : weekdaysTo(last) - weekdaysTo(first - 1) - (below(free, last + 1) - below(free, first));
  return {
    between,
    after: (first, count) => {
      if (count > FAR) return undefined;
      // A week has five; each holiday costs at most one more day.
      let [low, high] = [first, first + Math.ceil(count / 5) * 7 + free.length * 3 + 7];
      while (low < high) {
        const middle = Math.floor((low + high) / 2);
        if (between(first, middle) >= count) high = middle;
        else low = middle + 1;
      }
      return low;
    },
  };
}

function isWeekday(day: number): boolean {
  const weekday = weekdayOf(day);
  return weekday !== 'saturday' && weekday !== 'sunday';
}

/** Mondays to Fridays up to and with a day, counted from Monday, 1969-12-29. */
function weekdaysTo(day: number): number {
  const since = day + 3;
  const weeks = Math.floor(since / 7);
  return weeks * 5 + Math.min(5, since - weeks * 7 + 1);
}

/** How many of the sorted days are before one. */
function below(days: readonly number[], day: number): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] ?? 0) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
