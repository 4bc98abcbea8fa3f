// Searches one whole lunr index: {documents: [{title, byline, body: [terms]}], boosts, queries}.
import lunr from "lunr";

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const { documents, boosts, queries } = JSON.parse(Buffer.concat(chunks).toString());

const builder = new lunr.Builder();
builder.ref("number");
for (const [field, boost] of Object.entries(boosts)) builder.field(field, { boost });
documents.forEach((document, number) => builder.add({ number, ...document }));
const index = builder.build();

const answers = queries.map((clauses) => {
  const found = index.query((query) => {
    for (const { term, field, boost, excluded } of clauses) {
      query.term(term, {
        boost,
        usePipeline: false,
        presence: lunr.Query.presence[excluded ? "PROHIBITED" : "REQUIRED"],
        ...(field ? { fields: [field] } : {}),
      });
    }
  });
  return found.map(({ ref, score }) => [+ref, score]);
});
process.stdout.write(JSON.stringify(answers));
