import type { Catalogue } from '@jetbridge/schema';

export const compareMessages: Catalogue['compareMessages'] = {
  scoreboard: 'Messwerte',
  metric: 'Messwert',
  samples: (count) => `n = ${count}`,
  between: (low, high) => `${low} bis ${high}`,
  none: 'noch keine',
  unsupported: 'kann dieser Browser nicht',
  least: 'Am wenigsten',
  leastHint: 'Sein Intervall liegt unter denen der anderen. Wo sich Intervalle überschneiden, wird niemand genannt.',
  ms: (value) => `${value} ms`,
  kb: (value) => `${value} KB`,
  mb: (value) => `${value} MB`,
  figures: {
    eventToPaint: {
      name: 'Ereignis bis Bild, Median',
      says: 'Von der Übergabe einer Änderung an diese Spalte bis zum Bild, das sie zeigt, gemessen von der Shell; die Spalten sind nacheinander dran, reihum zuerst. Nicht der Weg durch Netz und Server.',
    },
    eventToPaint95: {
      name: 'Ereignis bis Bild, 95. Perzentil',
      says: 'Dieselben Änderungen; eine von zwanzig brauchte länger. Unter etwa zwanzig Änderungen nicht verlässlich.',
    },
    interaction: {
      name: 'Eingabe bis Bild (INP)',
      says: 'Von einem Klick oder Tastendruck in dieser Spalte bis zum nächsten Bild, wie der Browser es misst (Event Timing); 98. Perzentil, in Schritten von 8 ms, nichts unter 16. Nicht, was der Server danach braucht.',
    },
    longFrame: {
      name: 'Code in langen Bildern',
      says: 'Wie lange Code dieses Frontends in Bildern lief, die über 50 ms dauerten, wie der Browser es zuordnet (Long Animation Frames); Median dieser Bilder. Nicht Layout und Stil.',
    },
    bootToMounted: {
      name: 'Öffnen bis erster Inhalt',
      says: 'Vom Anfordern des Frontends bis zu seinem ersten Element in der Spalte, von der Shell, für alle gleich. Kein Kaltstart: die drei laden zugleich, und Dateien können im Cache liegen.',
    },
    mountedToData: {
      name: 'Erster Inhalt bis Daten',
      says: 'Vom ersten Element bis zur Seite ohne Platzhalter, von der Shell. Nicht der Preis des Fragens: die drei teilen sich einen Client, und wer zuletzt fragt, findet die Antwort dort.',
    },
    bytes: {
      name: 'Empfangener Code',
      says: 'Größe aller Dateien dieses Frontends unter /remotes, wie sie übertragen wurden (Resource Timing). Nicht die Shell, die alle teilen; 0, wo der Cache sie hatte.',
    },
    files: {
      name: 'Dateien',
      says: 'Wie viele eigene Dateien es bisher angefordert hat (Resource Timing). Nicht Anfragen nach Daten, die für alle gleich sind.',
    },
    nodes: {
      name: 'Elemente',
      says: 'Elemente in dieser Spalte jetzt, gezählt von der Shell. Keine Geschmackssache: das Markup ist dasselbe, also sollten es auch die Zahlen sein.',
    },
    lines: {
      name: 'Codezeilen',
      says: 'Nicht leere Zeilen im Quelltext des Frontends, gezählt beim Bauen. Nicht, was die drei teilen: Regeln, Texte, Formate und Stile.',
    },
    dependencies: {
      name: 'Abhängigkeiten',
      says: 'Pakete, die es selbst nennt, mit den eingebauten Versionen. Nicht, wovon diese abhängen.',
    },
  },
  clear: 'Neu beginnen',
  saveJson: 'Als JSON speichern',
  saveCsv: 'Als CSV speichern',
  lead: 'Es führt',
  leadHint: 'Die Spalte, deren Seite die anderen öffnen und deren Eingaben sie wiederholen.',
  linked: 'Gemeinsam blättern',
  linkedHint: 'Die Fenster öffnen zusammen dieselbe Seite.',
  openAlone: 'Allein öffnen',
  mirrored: 'Gespiegelte Eingabe',
  mirroredHint:
    'Was in einer Spalte getippt oder gewählt wird, wird es auch in den anderen. Knöpfe werden nicht gedrückt: es würden drei PIREPs eingereicht.',
  source: 'Quelltext dieser Seite',
  sourceOf: (name) => `Quelltext dieser Seite in ${name}`,
  file: 'Datei',
  sum: (files, lines, kb) => `${files} Dateien, ${lines} Zeilen, ${kb} KB gepackt`,
  noSource: 'Der Quelltext konnte nicht geladen werden.',
  faults: (name) => `${name} kaputt machen`,
  fault: {
    none: 'Heil',
    missing: 'Ist nicht da',
    slow: 'Kommt zu spät',
    'throws-at-load': 'Fällt beim Start aus',
    'throws-later': 'Fällt im Betrieb aus',
    'wrong-contract': 'Passt zu einer anderen Shell',
    corrupt: 'Hat eine beschädigte Datei',
    busy: 'Arbeitet 200 ms bei jeder Änderung',
  },
  isolated: 'Getrennt',
  isolatedHint: 'Jedes Frontend in einem eigenen Dokument, damit der Browser sagen kann, wessen Speicher es ist.',
  memory: {
    name: 'Speicher',
    says: 'Was der Browser für das Dokument dieses Frontends hält, mit der Shell darin (measureUserAgentSpecificMemory). Nicht auf das letzte Byte zu lesen: gemessen wird, wenn der Browser aufräumt.',
  },
};
