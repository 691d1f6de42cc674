// Rules run side by side. A campaign runs real programs, so it runs alone: Campaigns.Name.
[assembly: CollectionBehavior(MaxParallelThreads = 0)]
[assembly: TestFramework("Afmpeg.Perf.Tests.Harness.RowRecordingFramework", "Afmpeg.Perf.Tests")]
