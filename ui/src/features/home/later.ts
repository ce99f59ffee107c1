/** Days that people put things off to, from `today` (`2026-11-23`). */
export function laterDays(today: string): Array<{ name: string; day: string }> {
  const [year, month, day] = today.split('-').map(Number) as [number, number, number]
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay()
  const on = (m: number, d: number) => new Date(Date.UTC(year, m, d)).toISOString().slice(0, 10)
  return [
    { name: '明天', day: on(month - 1, day + 1) },
    { name: '下周一', day: on(month - 1, day + ((8 - weekday) % 7 || 7)) },
    { name: '下月1日', day: on(month, 1) },
  ]
}
