import { type Catalogue, number } from '@jetbridge/schema';

const events = (count: number) =>
  count === 1 ? '1 évènement n’est pas encore affiché' : `${number(count)} évènements ne sont pas encore affichés`;
const time = (seconds: number) => (seconds < 120 ? `${number(Math.round(seconds))} s` : `${number(Math.round(seconds / 60))} min`);

export const troubleMessages: Catalogue['troubleMessages'] = {
  DATABASE_AWAY: {
    sentence: () => 'La base de données ne répond pas.',
    nextStep: 'Vérifiez qu’elle tourne et qu’elle est joignable d’ici. Jetbridge la retrouve de lui-même.',
  },
  SCHEMA_NEWER: {
    sentence: () => 'Une version plus récente a migré la base de données. Celle-ci continue de fonctionner avec elle.',
    nextStep: 'Mettez à jour ce qui tourne encore avec cette version.',
  },
  NO_PROJECTOR: {
    sentence: ({ count }) =>
      count === 0
        ? 'Aucun projecteur ne travaille : ce qui est enregistré maintenant ne sera pas affiché.'
        : `Aucun projecteur ne travaille : ${events(count)}.`,
    nextStep: 'Démarrez-en un : jetbridge serve --roles projector ; avec SQLite, serve avec les deux rôles. Rien n’est perdu en attendant.',
  },
  SHARES_FREE: {
    sentence: ({ count, total }) => `Aucun projecteur ne travaille sur ${number(count)} des ${number(total)} parts des compagnies.`,
    nextStep: 'Attendez 5 secondes : les projecteurs les reprennent. Sinon, redémarrez-les.',
  },
  PROJECTION_LAGS: {
    sentence: ({ count, seconds }) => `Les pages ont ${time(seconds)} de retard : ${events(count)}.`,
    nextStep: 'Lisez le journal du projecteur, et voyez si lui ou la base de données est surchargé.',
  },
  AIRLINE_STOPPED: {
    sentence: ({ airline, sequence }) => `Les pages de ${airline} sont arrêtées : l’évènement ${sequence} ne peut pas être projeté.`,
    nextStep: 'jetbridge projections list dit pourquoi. Mettez à jour, ou corrigez la cause et lancez jetbridge projections retry.',
  },
  MAIL_FAILING: {
    sentence: ({ count, detail }) =>
      `${count === 1 ? '1 e-mail n’a pas pu être envoyé' : `${number(count)} e-mails n’ont pas pu être envoyés`}. ${detail}`,
    nextStep: 'Vérifiez le serveur de messagerie et JETBRIDGE_SMTP_URL. L’envoi est retenté de lui-même.',
  },
  MAIL_WAITING: {
    sentence: ({ count, seconds }) => `Personne n’envoie d’e-mails : ${number(count)} en attente, le plus ancien depuis ${time(seconds)}.`,
    nextStep: 'Donnez au projecteur un serveur de messagerie (JETBRIDGE_SMTP_URL), ou transmettez les liens depuis la page des e-mails.',
  },
  NATS_AWAY: {
    sentence: () => 'NATS est injoignable : les changements arrivent un peu plus tard.',
    nextStep: 'Vérifiez qu’il tourne là où JETBRIDGE_NATS_URL le dit. Il est retrouvé de lui-même.',
  },
  DISK_LOW: {
    sentence: ({ count }) => `Il reste ${number(count)} Mo sur le disque de la base de données.`,
    nextStep: 'Faites de la place avant que plus rien ne puisse être enregistré.',
  },
  CLOCKS_DIFFER: {
    sentence: ({ seconds }) => `Les horloges de cette machine et de la base de données diffèrent de ${time(seconds)}.`,
    nextStep: 'Faites suivre aux deux l’heure du réseau (NTP) : les heures du journal sont celles de cette machine.',
  },
  SECRET_READABLE: {
    sentence: () => 'D’autres personnes sur cette machine peuvent lire le secret.',
    nextStep: 'Seul son propriétaire doit le lire : chmod 600 secret.key, dans le répertoire de données.',
  },
};
