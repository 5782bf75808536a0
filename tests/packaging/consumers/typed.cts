import tonnage = require('tonnage');
import demo = require('tonnage/demo');

export async function propose(project: tonnage.Project, at: string): Promise<tonnage.Proposal> {
  await tonnage.init();
  return new tonnage.Engine(await demo.loadDemo()).propose(project, { at });
}
