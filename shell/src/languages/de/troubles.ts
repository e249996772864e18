import { type Catalogue, number } from '@jetbridge/schema';

const events = (count: number) =>
  count === 1 ? '1 Ereignis ist noch nicht zu sehen' : `${number(count)} Ereignisse sind noch nicht zu sehen`;
const time = (seconds: number) => (seconds < 120 ? `${number(Math.round(seconds))} s` : `${number(Math.round(seconds / 60))} min`);

export const troubleMessages: Catalogue['troubleMessages'] = {
  DATABASE_AWAY: {
    sentence: () => 'Die Datenbank antwortet nicht.',
    nextStep: 'Sieh nach, ob sie läuft und von hier erreichbar ist. Jetbridge findet sie von selbst wieder.',
  },
  SCHEMA_NEWER: {
    sentence: () => 'Eine neuere Version hat die Datenbank migriert. Diese arbeitet weiter mit ihr.',
    nextStep: 'Aktualisiere, was noch mit dieser Version läuft.',
  },
  NO_PROJECTOR: {
    sentence: ({ count }) =>
      count === 0
        ? 'Kein Projektor arbeitet: Was jetzt gespeichert wird, ist nicht zu sehen.'
        : `Kein Projektor arbeitet: ${events(count)}.`,
    nextStep: 'Starte einen: jetbridge serve --roles projector; mit SQLite serve mit beiden Rollen. Verloren geht solange nichts.',
  },
  SHARES_FREE: {
    sentence: ({ count, total }) => `An ${number(count)} der ${number(total)} Anteile der Airlines arbeitet kein Projektor.`,
    nextStep: 'Warte 5 Sekunden: Projektoren übernehmen sie. Wenn nicht, starte sie neu.',
  },
  PROJECTION_LAGS: {
    sentence: ({ count, seconds }) => `Die Seiten hinken ${time(seconds)} nach: ${events(count)}.`,
    nextStep: 'Lies das Log des Projektors, und sieh nach, ob er oder die Datenbank ausgelastet ist.',
  },
  AIRLINE_STOPPED: {
    sentence: ({ airline, sequence }) => `Die Seiten von ${airline} stehen still: Ereignis ${sequence} lässt sich nicht projizieren.`,
    nextStep: 'jetbridge projections list sagt, warum. Aktualisiere, oder behebe die Ursache und rufe jetbridge projections retry auf.',
  },
  MAIL_FAILING: {
    sentence: ({ count, detail }) => `${count === 1 ? '1 E-Mail ließ' : `${number(count)} E-Mails ließen`} sich nicht senden. ${detail}`,
    nextStep: 'Sieh nach dem Mailserver und JETBRIDGE_SMTP_URL. Es wird von selbst wieder versucht.',
  },
  MAIL_WAITING: {
    sentence: ({ count, seconds }) => `Niemand sendet E-Mails: ${number(count)} warten, die älteste seit ${time(seconds)}.`,
    nextStep: 'Gib dem Projektor einen Mailserver (JETBRIDGE_SMTP_URL), oder reiche die Links von der Seite der E-Mails weiter.',
  },
  NATS_AWAY: {
    sentence: () => 'NATS ist nicht zu erreichen: Änderungen kommen etwas später an.',
    nextStep: 'Sieh nach, ob es läuft, wo JETBRIDGE_NATS_URL sagt. Es wird von selbst wiedergefunden.',
  },
  DISK_LOW: {
    sentence: ({ count }) => `Auf dem Datenträger der Datenbank sind noch ${number(count)} MB frei.`,
    nextStep: 'Schaffe Platz, bevor nichts mehr gespeichert werden kann.',
  },
  CLOCKS_DIFFER: {
    sentence: ({ seconds }) => `Die Uhren dieser Maschine und der Datenbank gehen ${time(seconds)} auseinander.`,
    nextStep: 'Lass beide der Zeit des Netzes folgen (NTP): Die Zeiten im Log sind die dieser Maschine.',
  },
  SECRET_READABLE: {
    sentence: () => 'Andere auf dieser Maschine können das Geheimnis lesen.',
    nextStep: 'Nur sein Besitzer soll es lesen: chmod 600 secret.key, im Datenverzeichnis.',
  },
};
