/** Officially assigned codes of ISO 3166-1 alpha-2, as of 2026. `Intl` is no source: it follows CLDR, which knows old and other codes too. */
const ASSIGNED = `
  AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ
  CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR
  GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP
  KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT
  MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW
  SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ
  UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW`;

/**
 * Codes that the standard leaves to its users, for places that are taxed on their own: Northern Ireland in the VAT of the European Union
 * (Council Directive (EU) 2020/1756), and Kosovo.
 */
const IN_USE = 'XI XK';

const COUNTRIES: ReadonlySet<string> = new Set(`${ASSIGNED} ${IN_USE}`.trim().split(/\s+/));

/** What is written for a country by others; VAT numbers and forms of the European Union have EL for Greece. */
const ISO_OF: ReadonlyMap<string, string> = new Map([
  ['UK', 'GB'],
  ['EL', 'GR'],
]);

/** Whether two capital letters are the code of a country or territory. */
export function isCountry(code: string): boolean {
  return COUNTRIES.has(code);
}

/** The code of the standard for one that is often written in its place; undefined where there is none. */
export function isoCountry(code: string): string | undefined {
  return ISO_OF.get(code);
}
