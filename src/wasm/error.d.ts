// ---- What is thrown -------------------------------------------------------------------------------------------------

/** Why a request could not be answered: a real `Error`, to be known by its `name`. */
export interface TonnageError extends Error {
  name: 'TonnageError';
  /** The stable code of the first problem. */
  code: ErrorCode;
  /** The path of the first problem, as `rooms[0].areaM2`; empty for the request itself. */
  path: string;
  /** The parameters of the first problem. */
  params: Params;
  /** All problems found, the first first, at most 100; none if the engine is not loaded. */
  problems: Problem[];
  /** Whether there were more problems than are listed. */
  hasMore: boolean;
}

/** One fault and where it is. */
export interface Problem {
  /** The stable code, for programs and translations. */
  code: ErrorCode;
  /** Where, as `rooms[0].areaM2`; empty for the request itself. */
  path: string;
  /** Values for a translated sentence, named beside each code. */
  params: Params;
  /** The sentence in English, which may change. */
  message: string;
}

/** What is wrong with one value of a request. */
export type ErrorCode =
  /** The engine is not loaded yet: `await init()` first. */
  | 'not_ready'
  /** Nothing was given. */
  | 'empty'
  /** The text is not JSON: `line`, `column`, `reason`. */
  | 'json_syntax'
  /** The text starts with a byte order mark. */
  | 'byte_order_mark'
  /** The bytes are not UTF-8: `offset` of the first bad byte. */
  | 'not_utf8'
  /** More bytes of text than the kind of request may have: `maximum`. */
  | 'too_long'
  /** Nested more deeply than the kind of request may be: `maximum`. */
  | 'too_deep'
  /** More values in all than the kind of request may have: `maximum`. */
  | 'too_many_values'
  /** A list is too long: `maximum`. */
  | 'too_many_items'
  /** A list is too short: `minimum`. */
  | 'too_few_items'
  /** An object names one key twice: `key`. */
  | 'duplicate_key'
  /** An object contains itself. */
  | 'cyclic'
  /** A value of the host language that has no place in a request: `found`. */
  | 'unsupported_type'
  /** Reading the value threw: `reason`. */
  | 'unreadable'
  /** A field that the object does not have: `field`, and `suggestion` if a known name is near. */
  | 'unknown_field'
  /** A required field is absent. */
  | 'missing_field'
  /** Another type than the field has: `expected`, `found`. */
  | 'wrong_type'
  /** `NaN` or an infinity. */
  | 'not_finite'
  /** A number outside the field's range: `minimum`, `maximum`, `found`. */
  | 'out_of_range'
  /** A fraction where a whole number belongs: `found`. */
  | 'not_whole'
  /** A text longer than the field allows, or empty: `minimum`, `maximum`. */
  | 'text_length'
  /** A text with characters that an identifier may not have: `found`. */
  | 'not_identifier'
  /** A text with a control character. */
  | 'control_character'
  /** A text that is none of the field's choices: `found`, `allowed`. */
  | 'unknown_value'
  /** A JSON number where money or a rate belongs. */
  | 'number_for_money'
  /** A text that is not a plain decimal: `found`. */
  | 'not_decimal'
  /** A text that is not an instant with an offset: `found`. */
  | 'not_instant'
  /** Two entries with one identifier: `found`, `other`. */
  | 'duplicate'
  /** One thing that is stated two ways: the path `other` of the other. */
  | 'conflict'
  /** An identifier that names nothing in the data: `kind`, `found`, and `suggestion` if a known name is near. */
  | 'unknown_reference'
  /** A name that several places have: `found`, `candidates`. */
  | 'ambiguous_city'
  /** No weather station is near enough to speak for a place: `station`, `distanceKm`, `maximumKm`. */
  | 'no_station_near'
  /** The equipment of this use governs its load and cannot be defaulted: `use`. */
  | 'equipment_unknown'
  /** The end of a period is not after its start: `from`. */
  | 'empty_period'
  /** Two entries hold for the same thing at the same time: `other`. */
  | 'overlap'
  /** A book whose period has ended: `to`, `at`. */
  | 'book_expired'
  /** A book whose period has not begun: `from`, `at`. */
  | 'book_not_yet_valid'
  /** A book made for somebody else: `audience`. */
  | 'wrong_audience'
  /** Two books of different currencies: `found`, `expected`. */
  | 'mixed_currency'
  /** A step was given the result of another project's step, or an incomplete project: `reason`. */
  | 'mismatch'
  /** A weather file that is not written as its format asks: `line`, `reason`. */
  | 'file_syntax'
  /** A weather file with decimal commas: `line`, `found`. */
  | 'decimal_comma'
  /** A text in a weather file where a number belongs: `line`, `found`. */
  | 'not_number'
  /** A plant without an hour of operation. */
  | 'never_on'
  /** Parts of one whole that are together more than it: `sum`. */
  | 'fractions_exceed_one'
  /** A window in a surface that has no outdoors behind it. */
  | 'window_not_outdoors'
  /** An amount too large for its type. */
  | 'overflow'
  /** More trials of a product in a room than one answer may take: `rooms`, `products`, `maximum`. */
  | 'too_much_work'
  /** A number that no canonical answer can hold: `found`. */
  | 'not_canonical'
  /** The request was valid and could not be decoded, which is a defect of the library: `reason`. */
  | 'decode';
