// Holds payloads against the schemas of GitHub's events: [{schema, payload}, …] on standard input, every fault on output.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const require = createRequire(import.meta.url);
const Ajv = require("ajv").default;
const formats = require("ajv-formats").default;
const { definitions } = require("@octokit/webhooks-schemas/schema.json");

const ajv = formats(new Ajv({ strict: false, allErrors: true }));
ajv.addSchema({ $id: "events", definitions });
const faults = [];
for (const { schema, payload } of JSON.parse(readFileSync(0, "utf8"))) {
  const judge = ajv.compile({ $ref: `events#/definitions/${schema}` });
  if (!judge(payload)) faults.push(...judge.errors.map((one) => `${schema}${one.instancePath} ${one.message}`));
}
process.stdout.write(JSON.stringify(faults));
