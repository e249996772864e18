/** Lengths in characters, sizes in items, times as named. Forms and server read the same table. */
export const limits = {
  emailLength: 254, // RFC 5321, 4.5.3.1
  displayNameLength: 60,
  passwordMinLength: 8,
  passwordMaxLength: 128,
  airlineNameLength: 80,
  reasonLength: 500,
  commentLength: 2_000,
  comments: 200, // on one PIREP
  applicationLength: 1_000,
  ranks: 50,
  rankNameLength: 40,
  rankHours: 100_000,
  invitations: 200, // open ones of an airline
  remarksLength: 2_000,
  routeLength: 1_000,
  registrationLength: 10,
  searchLength: 80,
  pageSize: 100,
  statsDays: 366,
  blockMinutes: 24 * 60,
  futureToleranceMinutes: 5,
  distanceNm: 12_000, // longer than half the equator
  fuelKg: 400_000,
  landingRateFpm: -5_000,
  cruiseLevel: 660, // hundreds of feet
  commandIdLength: 64,
  apiKeyNameLength: 60,
  apiKeys: 50,
} as const;
