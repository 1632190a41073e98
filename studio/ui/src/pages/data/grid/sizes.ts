/** How high and wide parts of a grid are, in pixels. */
export const rowHeight = 28;
export const headerHeight = 44;
export const gutterWidth = 60;
