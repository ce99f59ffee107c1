// Where the figures of a section of the report are counted.

const SOURCES: Record<string, string> = {
  branch: '/branch',
  members: '/roster',
  meetings: '/meetings',
  attendance: '/meetings/attendance',
  development: '/development',
  study: '/study',
  dues: '/dues',
}

/** The page that lists what a section counts; what the rules find is on the home page. */
export const sourceOf = (section: string) => SOURCES[section] ?? '/'
