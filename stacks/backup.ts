import { keptDays } from "@sleekapp/core/privacy/retention";
import { Duration, RemovalPolicy } from "aws-cdk-lib";
import { BackupPlan, BackupPlanRule, BackupResource, BackupVault } from "aws-cdk-lib/aws-backup";
import { Schedule } from "aws-cdk-lib/aws-events";
import { type StackContext, use } from "sst/constructs";
import { settingsOf } from "./stage.ts";
import { Storage } from "./storage.ts";

/** A daily copy of the table that outlives the table, and a second one in another region (its vault is made once, by hand). */
export function Backup({ stack, app }: StackContext) {
  const name = app.logicalPrefixedName("backups");
  const vault = new BackupVault(stack, "Vault", { backupVaultName: name, removalPolicy: RemovalPolicy.RETAIN, blockRecoveryPointDeletion: true });
  const elsewhere = BackupVault.fromBackupVaultArn(
    stack,
    "Elsewhere",
    `arn:aws:backup:${settingsOf(app).backupCopies}:${app.account}:backup-vault:${name}`,
  );
  const plan = new BackupPlan(stack, "Plan", { backupPlanName: name, backupVault: vault });
  plan.addRule(
    new BackupPlanRule({
      ruleName: "daily",
      scheduleExpression: Schedule.cron({ hour: "3", minute: "0" }),
      deleteAfter: Duration.days(keptDays.backups),
      copyActions: [{ destinationBackupVault: elsewhere, deleteAfter: Duration.days(keptDays.backups) }],
    }),
  );
  plan.addSelection("Table", { resources: [BackupResource.fromDynamoDbTable(use(Storage).table)] });
}
