using System.ComponentModel;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Afmpeg.Perf.Tests.Harness;

/// <summary>A row of a <see cref="CaseTheoryAttribute"/>, named by its whole key.</summary>
public sealed class CaseTestCase : SkippableFactTestCase
{
    /// <summary>For xUnit, which fills it from what test explorer kept.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [Obsolete("Called by the de-serializer; should only be called by deriving classes for de-serialization purposes")]
    public CaseTestCase()
    {
    }

    internal CaseTestCase(
        string[] skippingExceptions,
        IMessageSink diagnostics,
        TestMethodDisplay display,
        TestMethodDisplayOptions options,
        ITestMethod method,
        object[] row)
        : base(skippingExceptions, diagnostics, display, options, method, row)
    {
    }

    /// <inheritdoc/>
    protected override string GetDisplayName(IAttributeInfo factAttribute, string displayName) =>
        $"{displayName}({string.Join(", ", TestMethodArguments.Select(argument => $"\"{argument}\""))})";
}
