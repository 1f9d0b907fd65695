/** The part of SARIF 2.1.0 that is written here (OASIS, "Static Analysis Results Interchange Format", section 3). */
export interface ReportingDescriptor {
  id: string;
  name: string;
  shortDescription: Message;
  fullDescription: Message;
  help: Message & { markdown?: string };
  helpUri?: string;
  defaultConfiguration: { level: Level };
  properties: {
    tags: string[];
    precision: "high" | "medium" | "low";
    "problem.severity": "error" | "warning" | "recommendation";
    "security-severity"?: string;
  };
}

export interface Result {
  ruleId: string;
  ruleIndex: number;
  level: Level;
  message: Message;
  locations: PlacedLocation[];
  relatedLocations?: PlacedLocation[];
  fixes?: SarifFix[];
  partialFingerprints?: Record<string, string>;
  suppressions?: { kind: "inSource" | "external"; status: "accepted"; justification: string }[];
}

export type Level = "error" | "warning" | "note";

export interface Message {
  text: string;
}

export interface PlacedLocation {
  id?: number;
  physicalLocation: { artifactLocation: ArtifactLocation; region: Region };
  message?: Message;
}

export interface ArtifactLocation {
  uri: string;
  uriBaseId?: string;
}

/** Lines and columns count from 1; the end column is behind the last character. */
export interface Region {
  startLine: number;
  startColumn?: number;
  endLine?: number;
  endColumn?: number;
}

export interface SarifFix {
  description: Message;
  artifactChanges: {
    artifactLocation: ArtifactLocation;
    replacements: { deletedRegion: Region; insertedContent: Message }[];
  }[];
}
