import type { ProblemSentences } from './problem-sentences.ts';

export const problemsEn: ProblemSentences = {
  'bad-request': {
    title: 'This request has the wrong form',
    action: 'Reopen the page and try again; if it stays, give this to your admin: {{detail}}',
  },
  'unknown-procedure': {
    title: 'There is no function “{{name}}”',
    action: 'Page and backend do not match: restart Dispatch Desk',
  },
  'not-allowed': { title: 'This needs the role “{{role}}”', action: 'Ask a colleague who has it' },
  internal: {
    title: 'Something went wrong; this step was not done',
    action: 'Try again; if it stays, tell your admin the number {{ref}}',
  },
  unreachable: {
    title: 'Dispatch Desk’s backend does not answer',
    action: 'See whether the program still runs; after a restart everything saved is there',
  },
  'sign-in-needed': { title: 'Sign in first', action: 'Scan your badge, or choose your name and type your PIN' },
  'operator-not-found': { title: 'There is no such person', action: 'Scan a badge or choose from the list' },
  'badge-unknown': {
    title: 'This badge is not known',
    action: 'Scan your newest badge; an older one no longer counts',
  },
  'pin-needed': { title: '{{name}}, type your PIN', action: 'A badge alone is not enough here' },
  'pin-wrong': { title: 'Wrong PIN', action: 'Try again in {{seconds}} s; {{left}} more and it is locked' },
  'pin-wait': { title: 'Wait {{seconds}} s before the next try', action: 'The last PIN was wrong' },
  'pin-locked': {
    title: 'Too many wrong tries: the PIN is locked',
    action: 'Try again in {{minutes}} min, or ask a lead to unlock it',
  },
  'pin-spent': {
    title: 'This PIN no longer works',
    action: 'Too many wrong tries in all: an admin must set a new one',
  },
  'pin-weak': {
    title: 'This PIN cannot be used',
    action: 'Take 6 to 12 digits, not all the same and not counting up or down',
  },
  'pin-unreadable': {
    title: 'This machine cannot open the key that PINs are checked with',
    action:
      'The data came from another computer, the key file is lost, or the passphrase is wrong. Start with the right passphrase; failing that, close the desk and run operators reset-pin with an admin’s name on the command line',
  },
  'operator-name-taken': { title: 'Somebody is already called “{{name}}”', action: 'Write it differently' },
  'operator-last-admin': { title: 'There must be at least one admin', action: 'Make somebody else an admin first' },
  'scan-like-pin': {
    title: 'Digits that may be a PIN were not kept',
    action: 'Type a PIN key by key, a little slower. Was it a code? Scan it again after signing in',
  },
  'scan-kept': { title: '{{count}} scans kept', action: 'After signing in they can be taken or dropped' },
  'data-folder-in-use': {
    title: 'Another Dispatch Desk is using this data folder',
    action: 'Close the other one, or choose another folder with --data: {{dir}}',
  },
  'data-folder-read-only': {
    title: 'The data folder cannot be written',
    action: 'Allow writing there, or choose another folder with --data: {{dir}}',
  },
  'data-folder-synced': {
    title: 'The data folder lies where files are copied or shared ({{by}})',
    action: 'Synchronising damages the data file; choose a folder of this computer with --data: {{dir}}',
  },
  'disk-full': {
    title: 'The disk is full; this step was not saved',
    action: 'Free at least 500 MB and scan again; what was saved is safe: {{dir}}',
  },
  'disk-error': {
    title: 'The disk reports errors: nothing was saved just now',
    action: 'Keep the box, do not scan on. Look at the disk of {{dir}} (cable, health), then scan this box again.',
  },
  'no-good-backup': {
    title: 'The data file is damaged, and none of the {{count}} backups on this machine can be opened',
    action:
      'Delete nothing. Run the restore command with a backup kept elsewhere; if there is none, rename the folder backups and start again: everything is rebuilt from the scan journal: {{detail}}',
  },
  'database-damaged': {
    title: 'The data file is damaged and was not opened',
    action: 'Delete nothing. Bring a backup back with the restore command, or call your admin: {{detail}}',
  },
  'database-newer': {
    title: 'The data file was written by a newer Dispatch Desk ({{fileVersion}}; this one knows {{appVersion}})',
    action: 'Upgrade Dispatch Desk; the data was not touched',
  },
  'shop-not-found': { title: 'There is no shop “{{shop}}”', action: 'Check the name, or add the shop first' },
  'shop-name-taken': { title: 'A shop is already called “{{name}}”', action: 'Choose another name' },
  'shop-has-open-work': {
    title: '“{{shop}}” still has {{count}} open shipments and cannot be removed',
    action: 'Finish them in the outbox first',
  },
  'platform-not-available': {
    title: 'This version cannot ship for “{{platform}}” yet',
    action: 'Wait for a newer version, or ship another way',
  },
  'credentials-unreadable': {
    title: 'This computer cannot open the credentials of the shop',
    action:
      'The data came from another computer, or the key file is lost: enter them again with “Replace credentials” on the shops screen',
  },
  'credentials-unsafe': {
    title: 'This machine has no safe place for secrets ({{backend}}), so nothing was stored',
    action: 'Switch on the system’s key store, or set DISPATCH_DESK_PASSPHRASE and restart',
  },
  'credentials-invalid': {
    title: '“{{field}}” is not right',
    action: 'Copy it from the platform’s console again, without blanks around it',
  },
  'credentials-missing': { title: 'The shop has no credentials', action: 'Enter them again on the shops screen' },
  'base-url-invalid': {
    title: 'This address cannot be used: {{url}}',
    action: 'Use an https address; a practice address on this machine may use http',
  },
  'plain-http-off': {
    title: 'This address is not encrypted: {{url}}',
    action: 'Use an https address, or have an administrator tick “allow unencrypted http” and save again',
  },
  'plain-http-not-offered': {
    title: 'The platform of “{{shop}}” offers https, so it cannot be switched to unencrypted http',
    action: 'Keep the https address',
  },
  'not-charged': { title: 'The platform of “{{shop}}” does not charge for calls', action: 'There is nothing to limit' },
  'no-authorisation': {
    title: '“{{shop}}” needs no authorisation by its owner',
    action: 'Test the connection to see the exact cause',
  },
  'shop-file-invalid': { title: 'The shop file is not right', action: 'Correct it and try again: {{detail}}' },
  'connection-failed': { title: 'The platform could not be reached', action: 'It says: {{message}}' },
  'clock-off': {
    title: 'This machine’s clock is {{seconds}} seconds off',
    action: 'Switch on automatic time in the system settings and test again',
  },
  'shift-not-found': {
    title: 'There is no such shift',
    action: 'Choose one from the list; other people’s shifts are for supervisors',
  },
  'not-handed-over': {
    title: '{{waybill}} was not handed over',
    action: 'Nothing to undo; scan it again if the number is wrong',
  },
  'order-not-found': { title: 'Order {{orderId}} is not here', action: 'Pull or import orders first, then scan again' },
  'order-not-shippable': {
    title: 'Order {{orderId}} cannot be shipped now',
    action: 'Look at its status on the platform; do not pack it',
  },
  'order-flagged': {
    title: 'Stop! Order {{orderId}} must not leave yet',
    action: 'Put the box on the problem shelf and call the lead',
  },
  'order-not-at-platform': {
    title: 'The platforms do not have {{text}} either',
    action: 'Shops asked: {{shops}}. Check the number, or whether its shop was added',
  },
  'batch-unknown': {
    title: 'No order has this label',
    action:
      'Put this box aside. Scan and ship knows waiting orders with a printed label; to pack piece by piece press F8, then Esc',
  },
  'batch-needs-bench': { title: 'Pack this order at the bench', action: 'Put the box aside, press F8 and go on' },
  'order-held': {
    title: 'Order {{orderId}} lies on problem shelf place {{shelf}}',
    action: 'Put aside {{at}} by {{operator}}. A lead has to lift it, then scan it again',
  },
  'box-stopped': {
    title: 'Stop! A box of order {{orderId}} must not leave',
    action: 'Find box {{packageNo}} (waybill …{{tail}}, saved {{at}} by {{operator}}), put it on shelf place {{shelf}}',
  },
  'order-nothing-left': {
    title: 'This order has been shipped already',
    action: 'Saved {{at}} by {{operator}} with waybill {{waybill}}. Do not ship it again',
  },
  'file-unreadable': {
    title: 'This file cannot be read',
    action: 'Save it as CSV (UTF-8 or GBK) or XLSX and import again: {{detail}}',
  },
  'file-too-large': { title: 'The file is too large ({{megabytes}} MB)', action: 'Split it into smaller files' },
  'file-columns-missing': {
    title: 'These columns are missing: {{columns}}',
    action: 'The file has: {{found}}. Add them and import again; nothing was imported',
  },
  'file-rows-refused': {
    title: 'Rows not imported: {{count}}',
    action: 'Correct them by their row numbers and import those rows again',
  },
  'job-not-found': { title: 'There is no such job', action: 'It may have ended long ago; start it again' },
  'job-cancelled': { title: 'Cancelled; nothing was imported', action: 'Start again when you need it' },
  'job-running': { title: 'The same job is already running', action: 'Wait for it, or cancel it first' },
  'scan-empty': { title: 'Nothing was scanned', action: 'Scan again' },
  'scan-too-long': {
    title: 'The scan is too long ({{length}} characters)',
    action: 'Scan the barcode on the goods, the order or the waybill',
  },
  'scan-control-characters': {
    title: 'The scan contains control characters',
    action: 'Check the scanner’s set-up and scan again',
  },
  'scan-ime': {
    title: 'The input method is on: what was scanned cannot be trusted',
    action: 'Press Shift to switch to English, then scan again',
  },
  'scan-cut': {
    title: 'Only part of this code was heard',
    action: 'The window had just come up or changed in the middle of it. Scan it again',
  },
  'scan-link': { title: 'That is a QR code’s link', action: 'Scan the barcode beside it' },
  'scan-unknown': {
    title: 'This code is not known',
    action: 'Scan an order number; for a brand-new order, pull orders first',
  },
  'scan-not-waybill': { title: 'That is not a waybill number', action: 'Scan the barcode on the courier’s label' },
  'scan-waybill-too-early': {
    title: 'Goods still missing: {{remaining}}',
    action: 'Scan the goods first; to ship in parts, seal with F3 first',
  },
  'item-not-in-order': { title: 'Not in this order', action: 'Put it back and scan the right one' },
  'item-misread': {
    title: 'The goods barcode was read badly',
    action: 'Wipe it, aim and scan again; or press F7 and type the article number',
  },
  'item-surplus': { title: 'Too many: {{title}}, only {{quantity}} wanted', action: 'Put the extra ones back' },
  'item-refunded': { title: 'Refunded: {{title}}', action: 'Do not pack it; put it back on the shelf' },
  'serial-number-invalid': {
    title: 'That is not a serial number',
    action: 'Scan the SN code on the goods or their box',
  },
  'imei-misread': {
    title: 'This IMEI was read wrongly',
    action: 'One of its 15 digits is wrong: scan the IMEI on the device or its box again',
  },
  'serial-number-twice': {
    title: 'This serial number was scanned before',
    action: 'Scan the serial number of another piece',
  },
  'serial-number-used': {
    title: 'This serial number already left, order {{orderId}}',
    action: 'Sent {{at}} by {{operator}}. Put this piece aside and scan another; ask your lead if something is wrong',
  },
  'quantity-over': {
    title: 'Too many pieces: {{title}}, {{missing}} to go',
    action: 'The quantity given was {{quantity}}: count and scan again',
  },
  'quantity-one-by-one': {
    title: 'Serial numbers needed: {{title}}',
    action: 'Scan piece by piece, each with its serial number',
  },
  'rest-needs-scanning': {
    title: 'Serial numbers needed: {{title}}',
    action: 'Scan these goods piece by piece; they cannot be packed at once',
  },
  'nothing-to-move': {
    title: 'In no other package: {{title}}',
    action: 'Pack the goods first, then move them',
  },
  'goods-not-wanted': {
    title: 'This order does not want the goods scanned first',
    action: 'Put {{text}} back and scan goods of this order',
  },
  'package-empty': { title: 'The package is empty', action: 'Scan goods before sealing' },
  'weight-missing': {
    title: 'This package has not been weighed',
    action: 'Put it on the scale, or press W and type its weight; then scan the waybill',
  },
  'photo-missing': {
    title: 'This package has not been photographed',
    action: 'Press P to try again; if it cannot be done, F6 asks a supervisor to let it go',
  },
  'photo-unreadable': {
    title: 'The camera gave no picture that can be kept',
    action: 'Press P to try again; if that fails, choose another camera in the settings under “Photos”',
  },
  'photo-no-room': {
    title: 'The disk is nearly full ({{megabytes}} MB left): no photos for now',
    action: 'Shipping goes on; packages say “no photo”. Ask an admin to make room, and photos come back by themselves',
  },
  'photo-not-written': {
    title: 'The photo could not be saved',
    action: 'Press P to try again; if that fails, have the disk checked: {{detail}}',
  },
  'photo-none': { title: 'This package has no photo', action: '' },
  'weight-implausible': {
    title: 'A weight of {{grams}} g cannot be right',
    action: 'Packages of this shop weigh {{least}} to {{most}} g. See what else lies on the scale, or type it again',
  },
  'no-order-open': { title: 'No order is open', action: 'Scan an order number first' },
  'nothing-to-undo': { title: 'There is nothing to undo', action: '' },
  'undo-too-late': {
    title: 'This package is saved and cannot be undone',
    action: 'To change its waybill, scan that waybill again and press F6',
  },
  'error-open': { title: 'A warning is still open', action: 'Press F8, or scan the right code' },
  'carrier-not-on-list': {
    title: 'The shop’s carrier list has no “{{carrier}}”',
    action: 'Choose one of the list, or refresh the list on the shops screen',
  },
  'carrier-name-invalid': {
    title: 'The carrier’s name “{{name}}” cannot be used',
    action: 'Type the name on the label, at most {{most}} characters, or pick one of the list',
  },
  'carrier-list-missing': {
    title: '“{{shop}}” has no carrier list yet',
    action: 'Press “Test connection” on the shops screen once while online',
  },
  'waybill-used': {
    title: 'This waybill has been used',
    action: 'For order {{orderId}}, {{at}} {{operator}}. Take another label',
  },
  'compose-refused': { title: 'The platform does not allow this package', action: '{{detail}}' },
  'op-not-found': { title: 'The outbox has no such entry', action: 'Refresh the list' },
  'op-duplicate': {
    title: 'This package is saved already',
    action: 'Order {{orderId}} with waybill {{waybill}} is in the outbox; do not ship it again',
  },
  'op-action-not-allowed': { title: 'Its state does not allow this now', action: 'Refresh and see what it allows' },
  'op-changed-meanwhile': { title: 'It has just changed', action: 'Look at its new state, then decide' },
  'reason-missing': { title: 'Please give a reason', action: 'It is kept in the log' },
  'correction-not-possible': {
    title: 'This waybill cannot be corrected',
    action: 'The platform has no way, or it has not been sent yet',
  },
  'refund-choice-missing': {
    title: 'Order {{orderId}} cannot simply refuse its refund',
    action: 'Only a supervisor may choose that, for this one order, in the outbox',
  },
  'correction-budget-spent': {
    title: 'No corrections left ({{used}} of {{limit}})',
    action: 'Ask the platform’s support',
  },
  'setting-unknown': { title: 'There is no setting “{{key}}”', action: 'Check its name' },
  'setting-invalid': { title: 'The value of “{{key}}” is not right', action: 'Allowed: {{expected}}' },
  'file-not-found': { title: 'The file is gone', action: 'Choose it again' },
  'backup-failed': {
    title: 'The backup did not succeed',
    action: 'Choose a place that has room and can be written: {{detail}}',
  },
  'restore-failed': {
    title: 'Nothing was restored; your data is as it was',
    action: 'Check the backup file: {{detail}}',
  },
  'pdf-failed': { title: 'The PDF was not made', action: 'Try again, or use “Print”' },
  'training-failed': {
    title: 'The practice platforms did not start',
    action: 'Restart Dispatch Desk and try again: {{detail}}',
  },
  'shop-is-training': { title: '“{{shop}}” is a practice shop', action: 'End training in the settings' },
};
