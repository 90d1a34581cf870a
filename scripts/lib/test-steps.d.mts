export declare const CHECKS: { name: string; runs: string[][] }[]
