// A made-up certificate of the branch.

import type * as t from '@/ipc/types'
import { branch } from './branch'
import { done, type Handlers } from './made'

export const FINGERPRINT = '3FA91C07B25E6D8841B0C7E2F5A39D6617E8C4B20DA95F3386E1720BC4D8F9A1'

const signing: t.SigningView = {
  own: { subject: branch.name, fingerprint: FINGERPRINT, valid_from: '2026-11-23 09:00', valid_to: '2031-11-22 09:00' },
  state: 'good',
  note: null,
  replaced: [],
  trusted: [{ fingerprint: FINGERPRINT.split('').reverse().join(''), name: '示例商会联合支部' }],
}

export const handlers: Handlers = {
  signing_get: () => signing,
  certificate_renew: () => {
    signing.replaced.unshift(signing.own)
    signing.own = { ...signing.own, fingerprint: FINGERPRINT.split('').reverse().join('') }
    Object.assign(signing, { state: 'good', note: null })
    return { ...done(signing, ['signing']), undo: null }
  },
  signing_trust: ({ fingerprint, name }: t.TrustRequest) => {
    signing.trusted.push({ fingerprint, name })
    return done(signing, ['signing'])
  },
  signing_distrust: (fingerprint: string) => {
    signing.trusted = signing.trusted.filter((signer) => signer.fingerprint !== fingerprint)
    return done(signing, ['signing'])
  },
  certificate_read: ({ files }: t.CertificatesRequest) =>
    files.map((_, at) => ({
      file: `${at}.pem`,
      certificate: at ? null : { ...signing.own, subject: '示例商会支部', fingerprint: 'AB'.repeat(32) },
    })),
  certificate_export: (): t.Saved => ({ file_name: '支部证书.pem', bytes: 700, gaps: [] }),
}
