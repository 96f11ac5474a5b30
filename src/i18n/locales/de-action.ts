import type { ActionMessages } from '../create-i18n.js';

/** The words of what comes after the form, as `de.ts` has those of the first screen. */
export const deAction: ActionMessages = {
  unavailable: {
    generic: {
      title: 'Die Kasse konnte nicht geladen werden',
      text: 'Versuchen Sie es gleich noch einmal. Wenn es nicht klappt, gehen Sie zurück zum Shop.',
    },
    token: {
      title: 'Diese Kasse ist nicht gültig',
      text: 'Gehen Sie zurück zum Shop und starten Sie die Zahlung neu.',
    },
    expired: {
      title: 'Diese Kasse ist abgelaufen',
      text: 'Gehen Sie zurück zum Shop und starten Sie die Zahlung neu.',
    },
    setup: {
      title: 'Diese Kasse ist nicht richtig eingerichtet',
      text: 'Es liegt nicht an Ihnen. Bitte sagen Sie dem Shop Bescheid, damit es behoben werden kann.',
    },
    duplicate: {
      title: 'Diese Kasse ist zweimal geöffnet',
      text: 'Dieselbe Zahlung ist schon auf dieser Seite. Bitte nutzen Sie die andere.',
    },
    offline: { title: 'Sie sind offline', text: 'Prüfen Sie Ihre Verbindung und versuchen Sie es erneut.' },
    network: {
      title: 'Der Zahlungsdienst ist nicht erreichbar',
      text: 'Prüfen Sie Ihre Verbindung und versuchen Sie es erneut.',
    },
    answer: {
      title: 'Der Zahlungsdienst hat gerade Probleme',
      text: 'Versuchen Sie es gleich noch einmal. Wenn es nicht klappt, gehen Sie zurück zum Shop.',
    },
    methods: {
      title: 'Hier kann noch nicht bezahlt werden',
      text: 'Keine Zahlungsart dieser Bestellung kann angezeigt werden. Bitte sagen Sie dem Shop Bescheid.',
    },
  },
  result: {
    succeeded: {
      title: 'Zahlung erhalten',
      text: 'Vielen Dank! Ihre Zahlung an {{merchant}} ist angekommen.',
    },
    donate: { title: 'Spende erhalten', text: 'Vielen Dank! Ihre Spende an {{merchant}} ist angekommen.' },
    book: {
      title: 'Buchung bezahlt',
      text: 'Vielen Dank! Ihre Zahlung an {{merchant}} für diese Buchung ist angekommen.',
    },
    contradicted: {
      title: 'Zahlung erhalten',
      text: 'Ihre Zahlung ist eingegangen, aber der Zahlungsdienst hat danach etwas anderes gemeldet. Bitte zahlen Sie nicht noch einmal. Wenden Sie sich mit dieser Referenz an {{merchant}}.',
    },
    processing: {
      title: 'Ihre Zahlung wird verarbeitet',
      text: 'Diese Seite aktualisiert sich von selbst. Sie müssen nicht noch einmal bezahlen.',
    },
    unknown: {
      title: 'Wir prüfen Ihre Zahlung',
      text: 'Bitte zahlen Sie nicht noch einmal. Die Verbindung wurde unterbrochen, und wir fragen nach, was aus Ihrer Zahlung geworden ist.',
    },
    gaveUp: {
      title: 'Wir können Ihre Zahlung noch nicht bestätigen',
      text: 'Bitte zahlen Sie nicht noch einmal: Ihre Zahlung kann angekommen sein. Wenden Sie sich mit dieser Referenz an {{merchant}}. Wir fragen weiter nach.',
    },
    expired: {
      title: 'Diese Kasse ist abgelaufen',
      text: 'Die Zeit für diese Bestellung ist abgelaufen. Gehen Sie zurück zu {{merchant}} und beginnen Sie neu.',
    },
    refreshable: {
      title: 'Diese Kasse ist abgelaufen',
      text: 'Die Zeit für diese Bestellung ist abgelaufen. Sie können gleich hier neu beginnen.',
    },
    canceled: { title: 'Vorgang abgebrochen', text: 'Es wurde nichts abgebucht.' },
    partly: {
      title: 'Diese Bestellung wurde zum Teil bezahlt',
      text: '{{paid}} wurden bezahlt, der Rest kann hier nicht mehr bezahlt werden. Wenden Sie sich an {{merchant}}: Dort kann die Bestellung abgeschlossen oder das Geld erstattet werden.',
    },
    locked: {
      title: 'Diese Zahlung konnte nicht abgeschlossen werden',
      text: 'Es wurde nichts abgebucht, und für diese Bestellung ist hier kein weiterer Versuch möglich.',
    },
    amount: 'Betrag',
    method: 'Zahlungsart',
    reference: 'Referenz',
    errorCode: 'Fehlercode',
    returning: 'Sie werden zu {{merchant}} zurückgebracht …',
    stalled: 'Das dauert länger als üblich. Bitte nutzen Sie die Schaltfläche.',
    continue: 'Weiter zu {{merchant}}',
    back: 'Zurück zu {{merchant}}',
    backIn: 'In {{seconds}} s geht es zurück zu {{merchant}}.',
    stay: 'Auf dieser Seite bleiben',
    restart: 'Neu beginnen',
    contact: '{{merchant}} kontaktieren',
  },
  action: {
    timeLeft: 'Verbleibende Zeit',
    lessThan: 'Noch weniger als {{time}}',
    copied: 'Kopiert',
    copyYourself: 'Der Code ist markiert: Kopieren Sie ihn mit der Tastatur oder durch langes Drücken.',
    resend: 'Erneut senden',
    resendIn: 'In {{time}} können Sie es erneut anfordern',
    brokenTitle: 'Dieser Schritt kann nicht angezeigt werden',
    broken:
      'Der Zahlungsdienst hat etwas gesendet, dem diese Seite nicht trauen kann. Es wurde nichts abgebucht. Zahlen Sie anders.',
    newTab: 'öffnet sich in einem neuen Tab',
    kept: 'Die Zahlung konnte nicht gestoppt werden und kann noch zustande kommen. Schließen Sie sie hier ab oder warten Sie: Wir fragen weiter nach.',
  },
  pix: {
    title: 'Mit Pix bezahlen',
    steps:
      'Kopieren oder scannen Sie den Code und zahlen Sie in Ihrer Banking-App. Diese Seite aktualisiert sich von selbst.',
    qr: 'Pix-QR-Code, {{amount}} an {{payee}}',
    titleRecurring: 'Wiederkehrende Zahlungen mit Pix genehmigen',
    stepsRecurring:
      'Kopieren oder scannen Sie den Code und stimmen Sie in Ihrer Banking-App zu. Sie zeigt, wie viel wann abgebucht wird. Diese Seite aktualisiert sich von selbst.',
    qrRecurring: 'Pix-QR-Code, wiederkehrende Zahlungen an {{payee}}',
    asked: 'Ihre Banking-App zeigt es',
    code: 'Pix-Code (copia e cola)',
    copy: 'Pix-Code kopieren',
    payee: 'Empfänger',
    amount: 'Betrag',
    advice: 'Prüfen Sie vor dem Bestätigen, ob Ihre Banking-App diesen Empfänger und diesen Betrag zeigt.',
    adviceRecurring:
      'Prüfen Sie vor dem Genehmigen, ob Ihre Banking-App diesen Empfänger zeigt, und lesen Sie dort Beträge und Termine.',
    adviceBoth:
      'Dieser Code bittet Sie auch, wiederkehrende Zahlungen zu genehmigen. Prüfen Sie vor dem Bestätigen, ob Ihre Banking-App diesen Empfänger und jetzt {{amount}} zeigt, und lesen Sie dort, was später abgebucht wird.',
    adviceOpen:
      'Ihre Banking-App fragt nach dem Betrag: Geben Sie {{amount}} ein. Prüfen Sie vor dem Bestätigen, ob sie diesen Empfänger zeigt.',
    check: 'Ich habe bezahlt: jetzt prüfen',
    checking: 'Wir fragen nach. Ihre Bank braucht vielleicht eine Minute für die Bestätigung.',
    overTitle: 'Dieser Pix-Code ist abgelaufen',
    over: 'Wenn Sie schon bezahlt haben, warten Sie hier: Wir prüfen weiter. Wenn nicht, holen Sie einen neuen Code.',
    renew: 'Neuen Code holen',
    invalidTitle: 'Dieser Pix-Code ist nicht gültig',
    invalid:
      'Bitte bezahlen Sie ihn nicht. Es wurde nichts abgebucht. Holen Sie einen neuen Code oder zahlen Sie anders.',
  },
  wallet: {
    title: 'In der App von {{network}} bezahlen',
    text: 'Öffnen Sie {{network}}, wählen Sie die Zahlung per Code und geben Sie diesen Code ein oder scannen Sie ihn. Diese Seite aktualisiert sich von selbst.',
    open: '{{network}} öffnen',
    code: 'Zahlungscode',
    copy: 'Code kopieren',
    qr: 'QR-Code, um {{amount}} mit {{network}} zu bezahlen',
    check: 'Ich habe bezahlt: jetzt prüfen',
    checking: 'Wir fragen bei {{network}} nach. Das kann einen Moment dauern.',
    over: 'Die Zeit für diesen Code ist abgelaufen. Wenn Sie schon bezahlt haben, warten Sie hier: Wir fragen bei {{network}} weiter nach. Wenn nicht, holen Sie einen neuen Code.',
    renew: 'Neuen Code holen',
  },
  transfer: {
    title: 'Per Überweisung bezahlen',
    steps:
      'Überweisen Sie diesen Betrag mit Ihrer Banking-App auf dieses Konto. Diese Seite aktualisiert sich von selbst.',
    scanTitle: 'Mit Ihrer Banking-App bezahlen',
    scanSteps:
      'Scannen Sie diesen Code mit der App Ihrer Bank oder Wallet. Diese Seite aktualisiert sich von selbst.',
    qr: 'QR-Code, um {{amount}} zu bezahlen',
    copy: 'Kopieren: {{label}}',
    copied: 'Kopiert: {{label}}',
    selected: 'Es ist markiert: Kopieren Sie es mit der Tastatur oder durch langes Drücken.',
    until: 'Überweisen Sie bis zum {{date}}.',
    exact: 'Überweisen Sie genau {{amount}}.',
    useReference:
      'Geben Sie die Referenz als Verwendungszweck an: Ohne sie kann Ihre Zahlung vielleicht nicht zugeordnet werden.',
    checkPayee:
      'Prüfen Sie vor dem Bestätigen, ob Ihre App den Empfänger und den Betrag dieser Bestellung zeigt.',
    askedAmount: 'Ihre App fragt nach dem Betrag: Geben Sie {{amount}} ein.',
    days: 'Viele Überweisungen kommen in Minuten an, manche Banken brauchen bis zu 3 Werktage. Sie können diese Seite schließen: Der Shop erfährt, wenn Ihr Geld ankommt.',
    soon: 'Ihre Bank braucht vielleicht einige Minuten für die Bestätigung. Sie können diese Seite schließen: Der Shop erfährt, wenn Ihr Geld ankommt.',
    overTitle: 'Die Zeit für diese Überweisung ist abgelaufen',
    over: 'Bitte überweisen Sie nichts mehr an diese Daten. Wenn Sie schon überwiesen haben, warten Sie hier: Wir fragen weiter nach. Wenn nicht, holen Sie neue Daten.',
    invalidTitle: 'Diese Zahlungsdaten sind nicht gültig',
    invalid:
      'Bitte zahlen Sie nicht damit: Etwas daran ist falsch. Es wurde nichts abgebucht. Holen Sie neue Daten oder zahlen Sie anders.',
    renew: 'Neue Daten holen',
    row: {
      accountHolder: 'Kontoinhaber',
      bank: 'Bank',
      clabe: 'CLABE',
      cvu: 'CVU',
      cbu: 'CBU',
      alias: 'Alias',
      iban: 'IBAN',
      bic: 'BIC',
      accountNumber: 'Kontonummer',
      routingNumber: 'Bankleitzahl (routing)',
      accountType: 'Kontoart',
      reference: 'Verwendungszweck',
      phone: 'Telefon',
      document: 'Ausweisnummer',
    },
  },
  boleto: {
    title: 'Ihr Boleto ist bereit',
    steps:
      'Scannen oder kopieren Sie ihn in Ihrer Banking-App, oder bezahlen Sie ihn in einer Bank oder Lottoannahmestelle.',
    line: 'Boleto-Nummer',
    copy: 'Nummer kopieren',
    due: 'Fällig am',
    amount: 'Betrag',
    barcode: 'Strichcode des Boletos',
    pdf: 'Boleto öffnen (PDF)',
    leave:
      'Wir zeigen Ihnen hier, wenn er bezahlt ist. Banken brauchen bis zu 3 Werktage, um einen Boleto zu bestätigen. Sie können diese Seite schließen: Der Boleto bleibt gültig, und der Shop erfährt, wenn Ihre Zahlung ankommt.',
    invalidTitle: 'Dieser Boleto ist nicht gültig',
    invalid: 'Bitte bezahlen Sie ihn nicht. Es wurde nichts abgebucht. Zahlen Sie anders.',
  },
  redirect: {
    title: 'Weiter zu {{bank}}',
    bank: 'Ihrer Bank',
    wallet: 'Ihrer Wallet',
    text: 'Sie bestätigen die Zahlung von {{amount}} auf der Seite von {{bank}} und kommen dann hierher zurück.',
    go: 'Weiter zu {{bank}}',
  },
  challenge: {
    title: 'Bei Ihrer Bank bestätigen',
    text: 'Ihre Bank bittet Sie, diese Zahlung von {{amount}} zu bestätigen.',
    frame: 'Bestätigungsseite Ihrer Bank',
    open: 'Hier ist nichts zu sehen? Seite Ihrer Bank öffnen',
    finish: 'Ihre Zahlung von {{amount}} wird abgeschlossen',
    here: 'Lassen Sie diese Seite offen. Wenn Ihre Bank etwas fragt, erscheint es hier.',
    go: 'Weiter',
    lost: 'Die Verbindung wurde unterbrochen, und wir fragen nach, was aus Ihrer Zahlung geworden ist. Sie können es erneut versuchen: Es wird nicht zweimal abgebucht.',
    unconfirmed: 'Diese Zahlung konnte nicht bestätigt werden. Sie können anders bezahlen.',
    sum: '{{amount}} an {{merchant}}',
    waiting: 'Warten auf Ihre Bank …',
    resume: 'Bei Ihrer Bank fortfahren',
    close: 'Schließen',
    stopTitle: 'Diese Zahlung abbrechen?',
    stopText: 'Sie kehren zum Formular zurück, wo Sie es erneut versuchen oder anders bezahlen können.',
    keep: 'Weitermachen',
    stop: 'Zahlung abbrechen',
    stopping: 'Wird abgebrochen …',
  },
  code: {
    title: 'Code eingeben',
    text: 'Wir haben einen Code mit {{digits}} Ziffern an Ihr Handy gesendet.',
    dial: 'Wählen Sie {{code}} auf Ihrem Handy. Sie bekommen einen Code mit {{digits}} Ziffern: Geben Sie ihn hier ein.',
    label: 'Code',
    confirm: 'Bestätigen',
  },
};
