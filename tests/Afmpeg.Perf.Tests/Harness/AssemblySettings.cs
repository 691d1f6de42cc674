// A rule that runs beside a measurement would be part of what is measured.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
[assembly: TestFramework("Afmpeg.Perf.Tests.Harness.RowRecordingFramework", "Afmpeg.Perf.Tests")]
