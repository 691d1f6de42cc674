using System.ComponentModel;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Afmpeg.Perf.Tests.Harness;

/// <summary>
/// A row of a <see cref="CaseTheoryAttribute"/>: it is named by its whole key, has its case's traits, and shows evidence if skipped.
/// </summary>
public sealed class CaseTestCase : SkippableFactTestCase
{
    /// <summary>For xUnit, which then deserializes a row of test explorer.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [Obsolete("Called by the de-serializer; should only be called by deriving classes for de-serialization purposes")]
    public CaseTestCase()
    {
    }

    public CaseTestCase(
        string[] skippingExceptions,
        IMessageSink diagnostics,
        TestMethodDisplay display,
        TestMethodDisplayOptions options,
        ITestMethod method,
        object[] row)
        : base(skippingExceptions, diagnostics, display, options, method, row)
    {
    }

    public override async Task<RunSummary> RunAsync(
        IMessageSink diagnosticMessageSink,
        IMessageBus messageBus,
        object[] constructorArguments,
        ExceptionAggregator aggregator,
        CancellationTokenSource cancellationTokenSource)
    {
        using var evidence = new EvidenceBus(messageBus);
        return await base.RunAsync(diagnosticMessageSink, evidence, constructorArguments, aggregator, cancellationTokenSource);
    }

    protected override void Initialize()
    {
        base.Initialize();
        foreach (var trait in TestMethodArguments.OfType<string>().SelectMany(key => CaseTraits.Declared.OfRow(key))
            .GroupBy(trait => trait.Name, trait => trait.Value))
        {
            Traits[trait.Key] = [.. trait];
        }
    }

    protected override string GetDisplayName(IAttributeInfo factAttribute, string displayName) =>
        $"{displayName}({string.Join(", ", TestMethodArguments.Select(argument => $"\"{argument}\""))})";
}
