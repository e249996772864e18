import type { Catalogue } from '@jetbridge/schema';

export const answers: Catalogue['answers'] = {
  'E-mail or password is wrong.': 'E-Mail oder Passwort stimmt nicht.',
  'Sign in first.': 'Melde dich erst an.',
  'Your session has ended; sign in again.': 'Deine Sitzung ist zu Ende; melde dich wieder an.',
  'Many people are signing in; try again in a moment.': 'Gerade melden sich viele an; versuche es gleich nochmals.',
  'Others are changing the same thing; try again.': 'Andere ändern gerade dasselbe; versuche es nochmals.',
  'Enter your password again.': 'Gib dein Passwort noch einmal ein.',
  'This is not your password.': 'Das ist nicht dein Passwort.',
  'This is one of the passwords that are tried first; choose another.':
    'Das ist eines der Passwörter, die zuerst probiert werden; wähle ein anderes.',
  'This is the password you have now; choose another.': 'Das ist dein jetziges Passwort; wähle ein anderes.',
  'This is the address you have now.': 'Das ist deine jetzige Adresse.',
  'Another account has this address by now.': 'Inzwischen hat ein anderes Konto diese Adresse.',
  'This link is no longer good; ask for a new one.': 'Dieser Link gilt nicht mehr; fordere einen neuen an.',
  'This link was used already, or is too old; ask for a new one.':
    'Dieser Link wurde schon benutzt oder ist zu alt; fordere einen neuen an.',
  'Confirm your e-mail address first: we have mailed you a link.':
    'Bestätige erst deine E-Mail-Adresse: Wir haben dir einen Link geschickt.',
  'This setup link is used up or too old; restart Jetbridge and take the new one from its log.':
    'Dieser Einrichtungslink ist verbraucht oder zu alt; starte Jetbridge neu und nimm den neuen aus dem Protokoll.',
  'Jetbridge is already set up.': 'Jetbridge ist schon eingerichtet.',
  'You have no such session.': 'Diese Sitzung hast du nicht.',
  'You have no such API key.': 'Diesen API-Schlüssel hast du nicht.',
  'Nobody asked for this account to be erased by now.': 'Die Löschung dieses Kontos steht nicht mehr an.',
  'You are the only platform admin: without you nobody could help the others here.':
    'Du bist der einzige Plattform-Admin: Ohne dich könnte hier niemand den anderen helfen.',
  'This account does not exist any more.': 'Dieses Konto gibt es nicht mehr.',
  'Your role does not allow this.': 'Deine Rolle erlaubt das nicht.',
  'There is no such airline.': 'Diese Airline gibt es nicht.',
  'This airline is suspended or closed: it can be read, not changed.':
    'Diese Airline ist gesperrt oder geschlossen: Sie ist zu lesen, nicht zu ändern.',
  'An airline needs an admin: make somebody else one first.': 'Eine Airline braucht einen Admin: Mach erst jemand anders dazu.',
  'There is no such member.': 'Dieses Mitglied gibt es nicht.',
  'This person is a member already.': 'Diese Person ist schon Mitglied.',
  'The person with this address is a member already.': 'Die Person mit dieser Adresse ist schon Mitglied.',
  'Your application waits for an answer already.': 'Deine Bewerbung wartet schon auf Antwort.',
  'There is no application of yours to withdraw.': 'Du hast keine Bewerbung zurückzuziehen.',
  'This application was answered already, or withdrawn.': 'Diese Bewerbung wurde schon beantwortet oder zurückgezogen.',
  'There is no such invitation.': 'Diese Einladung gibt es nicht.',
  'This invitation is no longer open.': 'Diese Einladung ist nicht mehr offen.',
  'This invitation was used or revoked already, or is too old; ask for a new one.':
    'Diese Einladung wurde schon benutzt oder widerrufen oder ist zu alt; bitte um eine neue.',
  'There is no such PIREP.': 'Diesen PIREP gibt es nicht.',
  'This is the PIREP of another pilot.': 'Das ist der PIREP eines anderen Piloten.',
  'Somebody else has to review your own PIREP.': 'Deinen eigenen PIREP muss jemand anders prüfen.',
  'Pilots comment on their own PIREPs.': 'Piloten kommentieren ihre eigenen PIREPs.',
  'You filed this flight already.': 'Diesen Flug hast du schon eingereicht.',
  'Your change is stored; showing it takes longer than usual.': 'Deine Änderung ist gespeichert; sie zu zeigen dauert länger als sonst.',
  'This text has characters that no text has.': 'Dieser Text hat Zeichen, die in keinen Text gehören.',
};
