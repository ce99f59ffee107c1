/** Makes `target` what `kept` says, part by part: other parts of the program hold on to the parts. */
export function putBack(target: object, kept: object) {
  const into = target as Record<string, unknown>
  const from = kept as Record<string, unknown>
  if (Array.isArray(target) && Array.isArray(kept)) target.length = kept.length
  for (const key of Object.keys(into)) if (!(key in from)) delete into[key]
  for (const [key, value] of Object.entries(from)) {
    const part = into[key]
    if (isObject(part) && isObject(value) && Array.isArray(part) === Array.isArray(value)) putBack(part, value)
    else into[key] = value
  }
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null
