/** The one family of the page. Charts name it too, since they measure their texts before the page draws them. */
export const fontFamily =
  "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Noto Sans SC', 'Noto Sans CJK SC', 'Noto Sans TC', sans-serif";
