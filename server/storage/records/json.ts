/** Columns that hold lists or objects as JSON: written by this server only, so their shape is trusted. */
export function toJson(value: unknown): string {
  return JSON.stringify(value)
}

export function fromJson<T>(text: string): T {
  return JSON.parse(text) as T
}
