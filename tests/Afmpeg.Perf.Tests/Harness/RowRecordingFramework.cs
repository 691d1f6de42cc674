using System.Reflection;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Afmpeg.Perf.Tests.Harness;

/// <summary>xUnit's own framework, but for noting which rows were selected before the first of them runs.</summary>
public sealed class RowRecordingFramework(IMessageSink messages) : XunitTestFramework(messages)
{
    protected override ITestFrameworkExecutor CreateExecutor(AssemblyName assemblyName) =>
        new Executor(assemblyName, SourceInformationProvider, DiagnosticMessageSink);

    private sealed class Executor(AssemblyName assemblyName, ISourceInformationProvider sources, IMessageSink diagnostics)
        : XunitTestFrameworkExecutor(assemblyName, sources, diagnostics)
    {
        protected override void RunTestCases(
            IEnumerable<IXunitTestCase> testCases, IMessageSink executionMessageSink, ITestFrameworkExecutionOptions executionOptions)
        {
            IXunitTestCase[] selected = [.. testCases];
            SelectedRows.Record(selected);
            base.RunTestCases(selected, executionMessageSink, executionOptions);
        }
    }
}
