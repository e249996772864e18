import { type Catalogue, number } from '@jetbridge/schema';

export const commonRules: Catalogue['commonRules'] = {
  tooLong: (what, most) => `${what} : ${number(most)} caractères au plus.`,
  enterPassword: 'Saisissez votre mot de passe.',
  thePassword: 'Mot de passe',
  theName: 'Nom',
};

export const accountRules: Catalogue['accountRules'] = {
  email: 'Saisissez une adresse e-mail telle que nom@example.org.',
  passwordShort: (least) => `Le mot de passe doit avoir au moins ${least} caractères.`,
  passwordLong: (most) => `Le mot de passe peut avoir au plus ${most} caractères.`,
  currentPassword: 'Saisissez votre mot de passe actuel.',
  displayName: 'Saisissez le nom que verront les autres pilotes.',
};

export const accountFormRules: Catalogue['accountFormRules'] = {
  deletionPhrase: 'supprimer mon compte',
  deletion: (phrase) => `Tapez « ${phrase} » pour continuer.`,
};

export const airlineRules: Catalogue['airlineRules'] = {
  code: 'Le code de la compagnie comporte trois lettres majuscules, par exemple NAX.',
  name: 'Saisissez le nom de la compagnie.',
  iata: 'Le code IATA comporte deux lettres ou chiffres, par exemple DY.',
  brandColour: 'Saisissez la couleur sous la forme # et six chiffres hexadécimaux, par exemple #d81939.',
  landingRateLimit: 'L’atterrissage le plus dur est un nombre négatif de pieds par minute, par exemple -600.',
  ranks: (most) => `Une compagnie a au plus ${most} grades.`,
  rankName: 'Saisissez le nom du grade.',
  rankNameTaken: 'Un autre grade porte déjà ce nom.',
  rankHours: (most) => `Saisissez un nombre d’heures de 0 à ${number(most)}.`,
  rankHoursTaken: 'Un autre grade commence déjà à ce nombre d’heures.',
  theMessage: 'Message',
};

export const apiKeyRules: Catalogue['apiKeyRules'] = {
  name: 'Donnez un nom à la clé, par exemple celui du programme qui s’en servira.',
  scopes: 'Choisissez au moins une chose que la clé peut faire.',
  foreign: (scope) => `Vous ne pouvez pas transmettre ${scope}.`,
  past: 'Choisissez un moment à venir.',
};

export const pirepRules: Catalogue['pirepRules'] = {
  flightNumber: 'Le numéro de vol comporte un à quatre chiffres, puis éventuellement une lettre, par exemple 417 ou 82A.',
  departure: 'Choisissez l’aéroport de départ par son code OACI, par exemple ENGM.',
  arrival: 'Choisissez l’aéroport d’arrivée par son code OACI, par exemple ENBR.',
  alternate: 'Choisissez l’aéroport de dégagement par son code OACI.',
  sameAirport: 'Le départ et l’arrivée sont le même aéroport ; si c’est exact, cochez vol d’entraînement.',
  offBlock: 'Saisissez la date et l’heure du départ bloc en UTC.',
  onBlock: 'Saisissez la date et l’heure de l’arrivée bloc en UTC.',
  offBlockFuture: 'Le départ bloc est dans l’avenir.',
  onBlockFuture: 'L’arrivée bloc est dans l’avenir.',
  order: 'L’arrivée bloc doit suivre le départ bloc.',
  tooLong: 'Plus de 24 heures séparent le départ bloc de l’arrivée bloc.',
  flightTime: 'Le temps de vol est d’au moins une minute.',
  flightTimeLong: 'Le temps de vol ne peut pas dépasser le temps bloc.',
  aircraftType: 'Saisissez le type d’avion OACI, par exemple B738.',
  registration: 'Saisissez l’immatriculation en majuscules et chiffres, par exemple LN-NGA.',
  distance: (most) => `La distance doit être comprise entre 0 et ${number(most)} nm.`,
  fuel: (most) => `Saisissez le carburant sous forme de masse entre 0 et ${number(most)} kg.`,
  fuelUsed: 'Le carburant consommé ne peut pas dépasser le carburant bloc.',
  landingRate: 'Le taux à l’atterrissage est un nombre négatif de pieds par minute, par exemple -180.',
  cruiseLevel: 'Saisissez le niveau de croisière en centaines de pieds, par exemple 350.',
  reason: 'Donnez un motif dont le pilote puisse tirer profit.',
  remark: 'Écrivez d’abord quelque chose.',
  theRoute: 'Route',
  theRemarks: 'Remarques',
  theReason: 'Motif',
  theRemark: 'Texte',
};
