import { type Catalogue, number } from '@jetbridge/schema';

export const commonRules: Catalogue['commonRules'] = {
  tooLong: (what, most) => `${what} darf höchstens ${number(most)} Zeichen haben.`,
  enterPassword: 'Gib dein Passwort ein.',
  thePassword: 'Das Passwort',
  theName: 'Der Name',
};

export const accountRules: Catalogue['accountRules'] = {
  email: 'Gib eine E-Mail-Adresse ein, etwa name@example.org.',
  passwordShort: (least) => `Das Passwort braucht mindestens ${least} Zeichen.`,
  passwordLong: (most) => `Das Passwort darf höchstens ${most} Zeichen haben.`,
  currentPassword: 'Gib das Passwort ein, das du jetzt hast.',
  displayName: 'Gib den Namen ein, den andere Piloten sehen.',
};

export const accountFormRules: Catalogue['accountFormRules'] = {
  deletionPhrase: 'mein konto löschen',
  deletion: (phrase) => `Tippe „${phrase}“, um fortzufahren.`,
};

export const airlineRules: Catalogue['airlineRules'] = {
  code: 'Der Code der Airline besteht aus drei Großbuchstaben, etwa NAX.',
  name: 'Gib den Namen der Airline ein.',
  iata: 'Der IATA-Code besteht aus zwei Buchstaben oder Ziffern, etwa DY.',
  brandColour: 'Gib die Farbe als # mit sechs Hexadezimalziffern ein, etwa #d81939.',
  landingRateLimit: 'Die härteste Landung ist eine negative Zahl in Fuß pro Minute, etwa -600.',
  ranks: (most) => `Eine Airline hat höchstens ${most} Ränge.`,
  rankName: 'Gib den Namen des Ranges ein.',
  rankNameTaken: 'Ein anderer Rang heißt schon so.',
  rankHours: (most) => `Gib die Stunden von 0 bis ${number(most)} ein.`,
  rankHoursTaken: 'Ein anderer Rang beginnt schon bei dieser Stundenzahl.',
  theMessage: 'Die Nachricht',
};

export const apiKeyRules: Catalogue['apiKeyRules'] = {
  name: 'Gib dem Schlüssel einen Namen, etwa den des Programms, das ihn benutzt.',
  scopes: 'Wähle mindestens eines, was der Schlüssel darf.',
  foreign: (scope) => `${scope} kannst du nicht weitergeben.`,
  past: 'Wähle einen Zeitpunkt in der Zukunft.',
};

export const pirepRules: Catalogue['pirepRules'] = {
  flightNumber: 'Die Flugnummer besteht aus einer bis vier Ziffern und vielleicht einem Buchstaben, etwa 417 oder 82A.',
  departure: 'Wähle den Abflughafen mit seinem ICAO-Code, etwa ENGM.',
  arrival: 'Wähle den Zielflughafen mit seinem ICAO-Code, etwa ENBR.',
  alternate: 'Wähle den Ausweichflughafen mit seinem ICAO-Code.',
  sameAirport: 'Abflug und Ankunft sind derselbe Flughafen; wenn das stimmt, kreuze Trainingsflug an.',
  offBlock: 'Gib Datum und Uhrzeit von Off-Block in UTC ein.',
  onBlock: 'Gib Datum und Uhrzeit von On-Block in UTC ein.',
  offBlockFuture: 'Off-Block liegt in der Zukunft.',
  onBlockFuture: 'On-Block liegt in der Zukunft.',
  order: 'On-Block muss nach Off-Block liegen.',
  tooLong: 'Off-Block und On-Block liegen mehr als 24 Stunden auseinander.',
  flightTime: 'Die Flugzeit beträgt mindestens eine Minute.',
  flightTimeLong: 'Die Flugzeit kann nicht länger sein als die Blockzeit.',
  aircraftType: 'Gib den ICAO-Flugzeugtyp ein, etwa B738.',
  registration: 'Gib das Kennzeichen in Großbuchstaben und Ziffern ein, etwa LN-NGA.',
  distance: (most) => `Die Distanz muss zwischen 0 und ${number(most)} nm liegen.`,
  fuel: (most) => `Gib den Kraftstoff als Gewicht zwischen 0 und ${number(most)} kg ein.`,
  fuelUsed: 'Der Verbrauch kann nicht größer sein als der Blockkraftstoff.',
  landingRate: 'Die Landerate ist eine negative Zahl in Fuß pro Minute, etwa -180.',
  cruiseLevel: 'Gib die Reiseflugfläche in Hunderten von Fuß ein, etwa 350.',
  reason: 'Nenne einen Grund, aus dem der Pilot lernen kann.',
  remark: 'Schreib erst etwas.',
  theRoute: 'Die Route',
  theRemarks: 'Der Text der Bemerkungen',
  theReason: 'Der Grund',
  theRemark: 'Der Text',
};
