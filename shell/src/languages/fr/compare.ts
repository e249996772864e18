import type { Catalogue } from '@jetbridge/schema';

export const compareMessages: Catalogue['compareMessages'] = {
  scoreboard: 'Mesures',
  metric: 'Mesure',
  samples: (count) => `n = ${count}`,
  between: (low, high) => `${low} à ${high}`,
  none: 'aucune encore',
  unsupported: 'impossible dans ce navigateur',
  least: 'Le moins',
  leastHint: 'Son intervalle se trouve sous ceux des autres. Là où des intervalles se recouvrent, personne n’est nommé.',
  ms: (value) => `${value} ms`,
  kb: (value) => `${value} Ko`,
  mb: (value) => `${value} Mo`,
  figures: {
    eventToPaint: {
      name: 'De l’événement à l’image, médiane',
      says: 'De la remise d’un changement à ce volet à l’image qui le montre, mesuré par le shell ; les volets sont servis l’un après l’autre, chacun premier à son tour. Pas le trajet par le réseau et le serveur.',
    },
    eventToPaint95: {
      name: 'De l’événement à l’image, 95e centile',
      says: 'Les mêmes changements ; un sur vingt a pris plus longtemps. Peu fiable avant une vingtaine de changements.',
    },
    interaction: {
      name: 'De l’interaction à l’image (INP)',
      says: 'D’un clic ou d’une touche dans ce volet à l’image suivante, comme le navigateur le mesure (Event Timing) ; 98e centile, par pas de 8 ms, rien sous 16. Pas ce que le serveur prend ensuite.',
    },
    longFrame: {
      name: 'Code dans les images longues',
      says: 'Temps que le code de ce frontal a tourné dans des images de plus de 50 ms, comme le navigateur l’attribue (Long Animation Frames) ; médiane de ces images. Ni mise en page ni style.',
    },
    bootToMounted: {
      name: 'De l’ouverture au premier contenu',
      says: 'De la demande du frontal à son premier élément dans le volet, par le shell, pareil pour tous. Pas un départ à froid : les trois chargent ensemble, et des fichiers peuvent être en cache.',
    },
    mountedToData: {
      name: 'Du premier contenu aux données',
      says: 'De son premier élément à la page sans cases d’attente, par le shell. Pas le prix de la question : les trois partagent un client, et le dernier à demander y trouve la réponse.',
    },
    bytes: {
      name: 'Code reçu',
      says: 'Taille de tous les fichiers de ce frontal sous /remotes, tels que transmis (Resource Timing). Pas le shell, commun à tous ; 0 si le cache les avait.',
    },
    files: {
      name: 'Fichiers',
      says: 'Combien de fichiers à lui il a demandés jusqu’ici (Resource Timing). Pas les demandes de données, les mêmes pour tous.',
    },
    nodes: {
      name: 'Éléments',
      says: 'Éléments dans ce volet en ce moment, comptés par le shell. Pas une affaire de goût : le balisage est le même, les comptes devraient l’être.',
    },
    lines: {
      name: 'Lignes de code',
      says: 'Lignes non vides dans la source du frontal, comptées à la construction. Pas ce que les trois partagent : règles, textes, formats et styles.',
    },
    dependencies: {
      name: 'Dépendances',
      says: 'Paquets qu’il nomme lui-même, avec les versions incluses. Pas ce dont ceux-ci dépendent.',
    },
  },
  clear: 'Recommencer',
  saveJson: 'Enregistrer en JSON',
  saveCsv: 'Enregistrer en CSV',
  lead: 'Mène',
  leadHint: 'Le volet dont les autres ouvrent la page et répètent la saisie.',
  linked: 'Navigation liée',
  linkedHint: 'Les volets ouvrent ensemble la même page.',
  openAlone: 'Ouvrir seule',
  mirrored: 'Saisie répétée',
  mirroredHint:
    'Ce qui est tapé ou choisi dans un volet l’est dans les autres. Les boutons ne sont pas pressés : trois rapports seraient déposés.',
  source: 'Source de cette page',
  sourceOf: (name) => `Source de cette page en ${name}`,
  file: 'Fichier',
  sum: (files, lines, kb) => `${files} fichiers, ${lines} lignes, ${kb} Ko compressés`,
  noSource: 'La source n’a pas pu être chargée.',
  faults: (name) => `Casser ${name}`,
  fault: {
    none: 'Entier',
    missing: 'N’est pas là',
    slow: 'Arrive trop tard',
    'throws-at-load': 'Échoue au départ',
    'throws-later': 'Échoue en marche',
    'wrong-contract': 'Fait pour un autre shell',
    corrupt: 'A un fichier abîmé',
    busy: 'Travaille 200 ms à chaque changement',
  },
  isolated: 'Séparés',
  isolatedHint: 'Chaque frontal dans son propre document, pour que le navigateur sache à qui est la mémoire.',
  memory: {
    name: 'Mémoire',
    says: 'Ce que le navigateur garde pour le document de ce frontal, shell compris (measureUserAgentSpecificMemory). À ne pas lire à l’octet près : la mesure se fait quand le navigateur range.',
  },
};
