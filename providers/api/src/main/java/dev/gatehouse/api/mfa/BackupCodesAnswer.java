package dev.gatehouse.api.mfa;

import java.util.List;

/** Backup codes, told this once. */
record BackupCodesAnswer(List<String> codes) {}
