import type { ActionMessages } from '../create-i18n.js';

/** The words of what comes after the form, as `fr.ts` has those of the first screen. */
export const frAction: ActionMessages = {
  unavailable: {
    generic: {
      title: 'Le paiement n’a pas pu être chargé',
      text: 'Réessayez dans un instant. Si le problème persiste, retournez à la boutique.',
    },
    token: {
      title: 'Ce paiement n’est pas valable',
      text: 'Retournez à la boutique et recommencez le paiement.',
    },
    expired: { title: 'Ce paiement a expiré', text: 'Retournez à la boutique et recommencez le paiement.' },
    setup: {
      title: 'Ce paiement est mal configuré',
      text: 'Vous n’y êtes pour rien. Merci de prévenir la boutique, pour qu’elle puisse y remédier.',
    },
    duplicate: {
      title: 'Ce paiement est ouvert deux fois',
      text: 'Le même paiement se trouve déjà sur cette page. Merci d’utiliser l’autre.',
    },
    offline: { title: 'Vous êtes hors ligne', text: 'Vérifiez votre connexion et réessayez.' },
    network: {
      title: 'Le service de paiement est inaccessible',
      text: 'Vérifiez votre connexion et réessayez.',
    },
    answer: {
      title: 'Le service de paiement rencontre un problème',
      text: 'Réessayez dans un instant. Si le problème persiste, retournez à la boutique.',
    },
    methods: {
      title: 'Il n’est pas encore possible de payer ici',
      text: 'Aucun moyen de paiement de cette commande ne peut être affiché. Merci de prévenir la boutique.',
    },
  },
  result: {
    succeeded: {
      title: 'Paiement reçu',
      text: 'Merci\u00a0! Votre paiement à {{merchant}} a bien été effectué.',
    },
    donate: { title: 'Don reçu', text: 'Merci\u00a0! Votre don à {{merchant}} a bien été effectué.' },
    book: {
      title: 'Réservation payée',
      text: 'Merci\u00a0! Votre paiement à {{merchant}} pour cette réservation a bien été effectué.',
    },
    contradicted: {
      title: 'Paiement reçu',
      text: 'Votre paiement a été reçu, mais le service de paiement a ensuite indiqué autre chose. Merci de ne pas payer de nouveau. Contactez {{merchant}} et donnez cette référence.',
    },
    processing: {
      title: 'Votre paiement est en cours de traitement',
      text: 'Cette page se met à jour toute seule. Inutile de payer de nouveau.',
    },
    unknown: {
      title: 'Nous vérifions votre paiement',
      text: 'Merci de ne pas payer de nouveau. La connexion a été interrompue, et nous vérifions ce qu’est devenu votre paiement.',
    },
    gaveUp: {
      title: 'Nous ne pouvons pas encore confirmer votre paiement',
      text: 'Merci de ne pas payer de nouveau\u00a0: votre paiement a peut-être abouti. Contactez {{merchant}} et donnez cette référence. Nous continuons de vérifier.',
    },
    expired: {
      title: 'Ce paiement a expiré',
      text: 'Le délai pour payer cette commande est écoulé. Retournez à {{merchant}} pour recommencer.',
    },
    refreshable: {
      title: 'Ce paiement a expiré',
      text: 'Le délai pour payer cette commande est écoulé. Vous pouvez recommencer ici même.',
    },
    canceled: { title: 'Paiement annulé', text: 'Aucun montant n’a été débité.' },
    partly: {
      title: 'Cette commande a été payée en partie',
      text: 'Vous avez déjà payé {{paid}}, mais le reste ne peut plus être payé ici. Contactez {{merchant}} pour terminer la commande ou être remboursé.',
    },
    locked: {
      title: 'Ce paiement n’a pas pu aboutir',
      text: 'Aucun montant n’a été débité, et il n’est plus possible de payer cette commande ici.',
    },
    amount: 'Montant',
    method: 'Moyen de paiement',
    reference: 'Référence',
    errorCode: 'Code d’erreur',
    returning: 'Retour à {{merchant}}…',
    stalled: 'Cela prend plus de temps que prévu. Merci d’utiliser le bouton.',
    continue: 'Continuer vers {{merchant}}',
    back: 'Revenir à {{merchant}}',
    backIn: 'Retour à {{merchant}} dans {{seconds}} s.',
    stay: 'Rester sur cette page',
    restart: 'Recommencer',
    contact: 'Contacter {{merchant}}',
  },
  action: {
    timeLeft: 'Temps restant',
    atMost: 'Il reste au plus {{time}}',
    copied: 'Copié',
    copyYourself:
      'Le code est sélectionné\u00a0: copiez-le avec le clavier ou en appuyant longuement dessus.',
    resend: 'Renvoyer',
    resendIn: 'Vous pourrez le redemander dans {{time}}',
    brokenTitle: 'Cette étape ne peut pas être affichée',
    broken:
      'Le service de paiement a envoyé quelque chose d’anormal. Aucun montant n’a été débité. Payez autrement.',
    newTab: 's’ouvre dans un nouvel onglet',
    kept: 'Le paiement n’a pas pu être arrêté et peut encore aboutir. Terminez-le ici, ou patientez\u00a0: nous continuons de vérifier.',
  },
  pix: {
    title: 'Payer avec Pix',
    steps:
      'Copiez ou scannez le code et payez dans l’appli de votre banque. Cette page se met à jour toute seule.',
    qr: 'Code QR Pix, {{amount}} à {{payee}}',
    titleRecurring: 'Autoriser les paiements récurrents par Pix',
    stepsRecurring:
      'Copiez ou scannez le code et autorisez-le dans l’appli de votre banque, qui indique combien est débité et quand. Cette page se met à jour toute seule.',
    qrRecurring: 'Code QR Pix, paiements récurrents à {{payee}}',
    asked: 'Indiqué dans l’appli de votre banque',
    code: 'Code Pix (copia e cola)',
    copy: 'Copier le code Pix',
    payee: 'Bénéficiaire',
    amount: 'Montant',
    advice:
      'Avant de confirmer, assurez-vous que l’appli de votre banque affiche ce bénéficiaire et ce montant.',
    adviceRecurring:
      'Avant d’autoriser, assurez-vous que l’appli de votre banque affiche ce bénéficiaire, et lisez-y les montants et les dates.',
    adviceBoth:
      'Ce code vous demande aussi d’autoriser des paiements récurrents. Avant de confirmer, assurez-vous que l’appli de votre banque affiche ce bénéficiaire et {{amount}} maintenant, et lisez-y ce qui sera débité plus tard.',
    adviceOpen:
      'L’appli de votre banque demande le montant\u00a0: saisissez {{amount}}. Avant de confirmer, assurez-vous qu’elle affiche ce bénéficiaire.',
    check: 'J’ai payé\u00a0: vérifier maintenant',
    checking: 'Nous vérifions. Votre banque peut mettre une minute à confirmer.',
    overTitle: 'Ce code Pix a expiré',
    over: 'Si vous avez déjà payé, patientez ici\u00a0: nous continuons de vérifier. Sinon, demandez un nouveau code.',
    renew: 'Obtenir un nouveau code',
    invalidTitle: 'Ce code Pix n’est pas valable',
    invalid:
      'Merci de ne pas le payer. Aucun montant n’a été débité. Demandez un nouveau code ou payez autrement.',
  },
  wallet: {
    title: 'Payer dans l’appli {{network}}',
    text: 'Ouvrez {{network}}, choisissez de payer avec un code, puis saisissez ou scannez ce code. Cette page se met à jour toute seule.',
    open: 'Ouvrir {{network}}',
    code: 'Code de paiement',
    copy: 'Copier le code',
    qr: 'Code QR pour payer {{amount}} avec {{network}}',
    check: 'J’ai payé\u00a0: vérifier maintenant',
    checking: 'Nous interrogeons {{network}}. Cela peut prendre un instant.',
    over: 'Le délai de ce code est écoulé. Si vous avez déjà payé, patientez ici\u00a0: nous continuons d’interroger {{network}}. Sinon, demandez un nouveau code.',
    renew: 'Obtenir un nouveau code',
  },
  transfer: {
    title: 'Faire un virement',
    steps:
      'Envoyez ce montant sur ce compte depuis l’appli de votre banque. Cette page se met à jour toute seule.',
    scanTitle: 'Payer avec l’appli de votre banque',
    scanSteps:
      'Scannez ce code avec l’appli de votre banque ou de votre portefeuille. Cette page se met à jour toute seule.',
    qr: 'Code QR pour payer {{amount}}',
    copy: 'Copier\u00a0: {{label}}',
    copied: 'Copié\u00a0: {{label}}',
    selected: 'Le texte est sélectionné\u00a0: copiez-le avec le clavier ou en appuyant longuement dessus.',
    until: 'À envoyer au plus tard le {{date}}.',
    exact: 'Envoyez exactement {{amount}}.',
    useReference:
      'Indiquez la référence dans votre virement\u00a0: sans elle, votre paiement risque de ne pas être retrouvé.',
    checkPayee:
      'Avant de confirmer, assurez-vous que votre appli affiche le bénéficiaire et le montant de cette commande.',
    askedAmount: 'Votre appli demande le montant\u00a0: saisissez {{amount}}.',
    days: 'Beaucoup de virements arrivent en quelques minutes, mais certaines banques prennent jusqu’à 3 jours ouvrés. Vous pouvez fermer cette page\u00a0: la boutique est prévenue dès l’arrivée de votre argent.',
    soon: 'Votre banque peut mettre quelques minutes à confirmer. Vous pouvez fermer cette page\u00a0: la boutique est prévenue dès l’arrivée de votre argent.',
    overTitle: 'Le délai de ce virement est écoulé',
    over: 'Merci de ne plus rien envoyer à ces coordonnées. Si vous avez déjà payé, patientez ici\u00a0: nous continuons de vérifier. Sinon, demandez-en de nouvelles.',
    invalidTitle: 'Ces coordonnées de paiement ne sont pas valables',
    invalid:
      'Merci de ne pas les utiliser\u00a0: elles contiennent une erreur. Aucun montant n’a été débité. Demandez-en de nouvelles ou payez autrement.',
    renew: 'Obtenir de nouvelles coordonnées',
    row: {
      accountHolder: 'Titulaire du compte',
      bank: 'Banque',
      clabe: 'CLABE',
      cvu: 'CVU',
      cbu: 'CBU',
      alias: 'Alias',
      iban: 'IBAN',
      bic: 'BIC',
      accountNumber: 'Numéro de compte',
      routingNumber: 'Numéro de routage',
      accountType: 'Type de compte',
      reference: 'Référence',
      phone: 'Téléphone',
      document: 'Numéro de la pièce d’identité',
    },
  },
  boleto: {
    title: 'Votre boleto est prêt',
    steps:
      'Scannez-le ou copiez-le dans l’appli de votre banque, ou payez-le dans une banque ou un point de loterie.',
    line: 'Numéro du boleto',
    copy: 'Copier le numéro',
    due: 'Échéance',
    amount: 'Montant',
    barcode: 'Code-barres du boleto',
    pdf: 'Ouvrir le boleto (PDF)',
    leave:
      'Nous vous dirons ici quand il sera payé. Les banques prennent jusqu’à 3 jours ouvrés pour confirmer un boleto, vous pouvez donc fermer cette page\u00a0: le boleto reste valable, et la boutique est prévenue dès l’arrivée de votre paiement.',
    invalidTitle: 'Ce boleto n’est pas valable',
    invalid: 'Merci de ne pas le payer. Aucun montant n’a été débité. Payez autrement.',
  },
  redirect: {
    title: 'Continuer vers {{bank}}',
    bank: 'votre banque',
    wallet: 'votre portefeuille',
    text: 'Vous confirmez le paiement de {{amount}} sur la page de {{bank}}, puis vous revenez ici.',
    go: 'Continuer vers {{bank}}',
  },
  challenge: {
    title: 'Confirmez auprès de votre banque',
    text: 'Votre banque vous demande de confirmer ce paiement de {{amount}}.',
    frame: 'Page de confirmation de votre banque',
    open: 'Rien ne s’affiche\u00a0? Ouvrez la page de votre banque',
    finish: 'Finalisation de votre paiement de {{amount}}',
    here: 'Gardez cette page ouverte. Si votre banque vous pose une question, elle s’affichera ici.',
    go: 'Continuer',
    lost: 'La connexion a été interrompue, et nous vérifions ce qu’est devenu votre paiement. Vous pouvez réessayer\u00a0: le montant ne sera pas débité deux fois.',
    unconfirmed: 'Ce paiement n’a pas pu être confirmé. Vous pouvez payer autrement.',
    sum: '{{amount}} à {{merchant}}',
    waiting: 'En attente de votre banque…',
    resume: 'Continuer avec votre banque',
    close: 'Fermer',
    stopTitle: 'Arrêter ce paiement\u00a0?',
    stopText: 'Vous revenez au formulaire, où vous pouvez réessayer ou payer autrement.',
    keep: 'Poursuivre',
    stop: 'Arrêter le paiement',
    stopping: 'Arrêt en cours…',
  },
  code: {
    title: 'Saisissez le code',
    text: 'Nous avons envoyé un code à {{digits}} chiffres sur votre téléphone.',
    textTo: 'Nous avons envoyé un code à {{digits}} chiffres au {{phone}}.',
    sum: 'Il confirme votre paiement de {{amount}}.',
    dial: 'Composez le {{code}} sur votre téléphone. Vous recevrez un code à {{digits}} chiffres\u00a0: saisissez-le ici.',
    label: 'Code',
    confirm: 'Confirmer',
  },
};
