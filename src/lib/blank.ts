/** White space, control and format characters, fillers such as U+3164, and the blank of Braille: nothing that one sees. */
const BLANK = /^[\p{White_Space}\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800]*$/u;

/** Whether a text is empty to who reads it (Unicode Standard, section 23 and PropList.txt). */
export function isBlank(text: string): boolean {
  return BLANK.test(text);
}
