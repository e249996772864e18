import type { Catalogue } from '@jetbridge/schema';

export const answers: Catalogue['answers'] = {
  'E-mail or password is wrong.': 'E-mail ou mot de passe incorrect.',
  'Sign in first.': 'Connectez-vous d’abord.',
  'Your session has ended; sign in again.': 'Votre session est terminée ; reconnectez-vous.',
  'Many people are signing in; try again in a moment.': 'Beaucoup de monde se connecte ; réessayez dans un instant.',
  'Others are changing the same thing; try again.': 'D’autres modifient la même chose ; réessayez.',
  'Enter your password again.': 'Saisissez de nouveau votre mot de passe.',
  'This is not your password.': 'Ce n’est pas votre mot de passe.',
  'This is one of the passwords that are tried first; choose another.':
    'C’est l’un des mots de passe que l’on essaie en premier ; choisissez-en un autre.',
  'This is the password you have now; choose another.': 'C’est votre mot de passe actuel ; choisissez-en un autre.',
  'This is the address you have now.': 'C’est votre adresse actuelle.',
  'Another account has this address by now.': 'Un autre compte a entre-temps cette adresse.',
  'This link is no longer good; ask for a new one.': 'Ce lien n’est plus valable ; demandez-en un autre.',
  'This link was used already, or is too old; ask for a new one.': 'Ce lien a déjà servi ou est trop ancien ; demandez-en un autre.',
  'Confirm your e-mail address first: we have mailed you a link.':
    'Confirmez d’abord votre adresse e-mail : nous vous avons envoyé un lien.',
  'This setup link is used up or too old; restart Jetbridge and take the new one from its log.':
    'Ce lien d’installation a servi ou est trop ancien ; redémarrez Jetbridge et prenez le nouveau dans son journal.',
  'Jetbridge is already set up.': 'Jetbridge est déjà installé.',
  'You have no such session.': 'Vous n’avez pas cette session.',
  'You have no such API key.': 'Vous n’avez pas cette clé d’API.',
  'Nobody asked for this account to be erased by now.': 'L’effacement de ce compte n’est plus demandé.',
  'You are the only platform admin: without you nobody could help the others here.':
    'Vous êtes le seul administrateur de la plateforme : sans vous, personne ne pourrait aider les autres ici.',
  'This account does not exist any more.': 'Ce compte n’existe plus.',
  'Your role does not allow this.': 'Votre rôle ne le permet pas.',
  'There is no such airline.': 'Cette compagnie n’existe pas.',
  'This airline is suspended or closed: it can be read, not changed.':
    'Cette compagnie est suspendue ou fermée : on peut la lire, non la modifier.',
  'An airline needs an admin: make somebody else one first.': 'Une compagnie a besoin d’un administrateur : nommez-en d’abord un autre.',
  'There is no such member.': 'Ce membre n’existe pas.',
  'This person is a member already.': 'Cette personne est déjà membre.',
  'The person with this address is a member already.': 'La personne qui a cette adresse est déjà membre.',
  'Your application waits for an answer already.': 'Votre candidature attend déjà une réponse.',
  'There is no application of yours to withdraw.': 'Vous n’avez pas de candidature à retirer.',
  'This application was answered already, or withdrawn.': 'Cette candidature a déjà reçu une réponse ou a été retirée.',
  'There is no such invitation.': 'Cette invitation n’existe pas.',
  'This invitation is no longer open.': 'Cette invitation n’est plus en cours.',
  'This invitation was used or revoked already, or is too old; ask for a new one.':
    'Cette invitation a déjà servi, a été révoquée ou est trop ancienne ; demandez-en une autre.',
  'There is no such PIREP.': 'Ce PIREP n’existe pas.',
  'This is the PIREP of another pilot.': 'C’est le PIREP d’un autre pilote.',
  'Somebody else has to review your own PIREP.': 'Quelqu’un d’autre doit examiner votre propre PIREP.',
  'Pilots comment on their own PIREPs.': 'Les pilotes commentent leurs propres PIREP.',
  'You filed this flight already.': 'Vous avez déjà déposé ce vol.',
  'Your change is stored; showing it takes longer than usual.':
    'Votre modification est enregistrée ; l’afficher prend plus de temps que d’habitude.',
  'This text has characters that no text has.': 'Ce texte contient des caractères qui n’ont pas leur place dans un texte.',
};
