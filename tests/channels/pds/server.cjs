// The reference server of Bluesky and an in-memory directory of accounts, both on loopback alone.
// PDS_PORT=… PLC_PORT=… [RATE_LIMITS=1] node server.cjs      prints one JSON line when it is ready, ends on SIGTERM
const crypto = require('node:crypto')
const fs = require('node:fs')
const net = require('node:net')
const os = require('node:os')
const path = require('node:path')

// Both servers would listen on every address of the machine.
const listen = net.Server.prototype.listen
net.Server.prototype.listen = function (port, ...rest) {
  if (typeof port !== 'number') return listen.call(this, port, ...rest)
  return listen.call(this, { port, host: '127.0.0.1' }, ...rest.filter((one) => typeof one === 'function'))
}

const plc = require('@did-plc/server')
const { PDS, envToCfg, envToSecrets } = require('@atproto/pds')
const { Secp256k1Keypair } = require('@atproto/crypto')

const port = Number(process.env.PDS_PORT)
const plcPort = Number(process.env.PLC_PORT)

async function main() {
  const directory = plc.PlcServer.create({ db: plc.Database.mock(), port: plcPort })
  await directory.start()
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'pds-'))
  const settings = {
    devMode: true,
    hostname: 'localhost',
    port,
    dataDirectory: folder,
    blobstoreDiskLocation: path.join(folder, 'blobs'),
    recoveryDidKey: (await Secp256k1Keypair.create()).did(),
    adminPassword: 'admin',
    jwtSecret: 'jwt-secret',
    plcRotationKeyK256PrivateKeyHex: crypto.randomBytes(32).toString('hex'),
    didPlcUrl: `http://127.0.0.1:${plcPort}`,
    serviceHandleDomains: ['.test'],
    inviteRequired: false,
    bskyAppViewUrl: 'https://appview.invalid',
    bskyAppViewDid: 'did:example:invalid',
    modServiceUrl: 'https://mod.invalid',
    modServiceDid: 'did:example:invalid',
    crawlers: [],
    disableSsrfProtection: true,
    rateLimitsEnabled: process.env.RATE_LIMITS === '1',
  }
  const pds = await PDS.create(envToCfg(settings), envToSecrets(settings))
  await pds.start()
  console.log(JSON.stringify({ ready: true, pid: process.pid }))
  process.on('SIGTERM', async () => {
    await pds.destroy()
    await directory.destroy()
    fs.rmSync(folder, { recursive: true, force: true })
    process.exit(0)
  })
}

main().catch((failed) => {
  console.error(failed)
  process.exit(1)
})
