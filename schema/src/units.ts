export const kgPerLb = 0.45359237;
export const kmPerNm = 1.852;
