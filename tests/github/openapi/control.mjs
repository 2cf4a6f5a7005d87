// Prism lets everything pass where it cannot read a description, and says nothing. Tells the places at which it would:
// each operation's body and answers are shown something that none of them may be.
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const { getHttpOperationsFromSpec } = require("@stoplight/prism-cli/dist/operations");
const { validateInput, validateOutput } = require("@stoplight/prism-http/dist/validator");
const NONSENSE = 1.5;
const JSON_TYPE = { "content-type": "application/json" };

const blind = [];
for (const resource of await getHttpOperationsFromSpec(process.argv[2])) {
  const place = `${resource.method.toUpperCase()} ${resource.path}`;
  if (resource.request?.body?.contents?.length) {
    const element = { method: resource.method, url: { path: resource.path, query: {} }, headers: JSON_TYPE, body: NONSENSE };
    const found = validateInput({ resource, element });
    if (!found.left?.some((one) => one.path?.[0] === "body")) blind.push(`${place} body`);
  }
  for (const { code, contents } of resource.responses.filter((one) => one.contents?.length)) {
    const element = { statusCode: Number(code), headers: JSON_TYPE, body: NONSENSE };
    if (validateOutput({ resource, element })._tag !== "Left") blind.push(`${place} ${code}`);
  }
}
process.stdout.write(JSON.stringify(blind));
